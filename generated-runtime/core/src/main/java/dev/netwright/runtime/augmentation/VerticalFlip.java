package dev.netwright.runtime.augmentation;

import dev.netwright.runtime.picture.Canvas;

/** Mirrors a picture top to bottom with a probability, as torchvision's {@code RandomVerticalFlip} does. */
public final class VerticalFlip implements Augmentation {
    private final double probability;

    private VerticalFlip(double probability) {
        this.probability = Ranges.probability(probability);
    }

    /**
     * Mirrors some of the pictures.
     *
     * @param probability probability of a flip, in [0, 1]
     * @return the augmentation
     * @throws IllegalArgumentException if the probability is out of range
     */
    public static VerticalFlip withProbability(double probability) {
        return new VerticalFlip(probability);
    }

    @Override
    public void change(Canvas canvas, Draw draw) {
        if (!draw.happens(probability)) {
            return;
        }
        int height = canvas.height();
        int width = canvas.width();
        canvas.replace(height, width, (source, from, target, to) -> {
            for (int y = 0; y < height; y++) {
                System.arraycopy(source, from + (height - 1 - y) * width, target, to + y * width, width);
            }
        });
    }

    @Override
    public boolean suitsMasks() {
        return true;
    }

    @Override
    public String toString() {
        return "VerticalFlip.withProbability(" + probability + ")";
    }
}
