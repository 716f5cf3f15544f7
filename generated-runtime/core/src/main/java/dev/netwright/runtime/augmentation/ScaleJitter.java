package dev.netwright.runtime.augmentation;

import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.PictureStep;
import dev.netwright.runtime.picture.ResizeShorterSide;
import java.util.List;

/**
 * Resizes a picture so that its shorter side has a uniformly random length, so that the network learns objects of
 * different sizes. A crop has to follow. Evaluation uses the length in the middle of the range.
 *
 * <pre>{@code
 * pictures.augmented(ScaleJitter.shorterSide(256, 512), RandomCrop.of(224))
 * }</pre>
 *
 * <p>Source: K. Simonyan, A. Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition", ICLR
 * 2015, sections 3.1 (training, with this range) and 4.1 (evaluation at half of the sum).
 */
public final class ScaleJitter implements Augmentation {
    private final int least;
    private final int most;

    private ScaleJitter(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /**
     * Draws the length of the shorter side between two bounds, both inclusive.
     *
     * @param least lower bound in pixels, at least 1
     * @param most upper bound in pixels, at least {@code least}
     * @return the augmentation
     * @throws IllegalArgumentException if a bound is out of range
     */
    public static ScaleJitter shorterSide(int least, int most) {
        if (least < 1 || most < least) {
            throw new IllegalArgumentException(
                    "Lengths of a shorter side must be at least 1 and in ascending order, found " + least + " to "
                            + most);
        }
        return new ScaleJitter(least, most);
    }

    @Override
    public void change(Canvas canvas, Draw draw) {
        new ResizeShorterSide(least + draw.below(most - least + 1)).apply(canvas);
    }

    @Override
    public List<PictureStep> evaluated() {
        return List.of(new ResizeShorterSide(least + (most - least) / 2));
    }

    @Override
    public boolean suitsMasks() {
        return true;
    }

    @Override
    public String toString() {
        return "ScaleJitter.shorterSide(" + least + ", " + most + ")";
    }
}
