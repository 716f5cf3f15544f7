package dev.netwright.runtime.augmentation;

import dev.netwright.runtime.picture.Canvas;

/**
 * Applies one of fourteen operations with one of 31 magnitudes, each drawn with equal probability, as torchvision's
 * {@code TrivialAugmentWide} does:
 *
 * <pre>
 * shear to either side              0 to 0.99 pixels a pixel
 * translate to either side          0 to 32 pixels
 * rotate to either side             0 to 135 degrees
 * brightness, color, contrast,
 *   sharpness: less or more         0 to 0.99
 * posterize                         8 to 2 bits
 * solarize                          from 255 down to 0
 * identity, auto contrast, equalize no magnitude
 * </pre>
 *
 * <p>Pixels from outside the picture are black. Write it after what makes pictures their size and before
 * normalization. Evaluation changes nothing.
 *
 * <p>Source: S. G. Müller and F. Hutter, "TrivialAugment: Tuning-free Yet State-of-the-Art Data Augmentation", 2021.
 */
public final class TrivialAugment implements Augmentation {
    private final Interpolation interpolation;

    private TrivialAugment(Interpolation interpolation) {
        this.interpolation = interpolation;
    }

    /**
     * The paper's wide ranges, with the nearest pixels.
     *
     * @return the augmentation
     */
    public static TrivialAugment wide() {
        return new TrivialAugment(Interpolation.NEAREST);
    }

    /**
     * Sets how shears, translations and rotations read the picture.
     *
     * @param newInterpolation nearest, torchvision's default, or bilinear, as in its recipe for ImageNet
     * @return a changed copy
     */
    public TrivialAugment interpolation(Interpolation newInterpolation) {
        return new TrivialAugment(newInterpolation);
    }

    @Override
    public void change(Canvas canvas, Draw draw) {
        PictureOperation[] all = PictureOperation.values();
        PictureOperation operation = all[draw.below(all.length)];
        double strength = strength(operation, draw);
        boolean isNegative = operation.isSigned() && draw.below(2) == 1;
        operation.apply(canvas, isNegative ? -strength : strength, interpolation);
    }

    /** An operation without a magnitude draws none. */
    private static double strength(PictureOperation operation, Draw draw) {
        return switch (operation) {
            case IDENTITY, AUTO_CONTRAST, EQUALIZE -> 0;
            case SHEAR_X, SHEAR_Y, BRIGHTNESS, COLOR, CONTRAST, SHARPNESS ->
                PictureOperation.between(0, 0.99, drawn(draw));
            case TRANSLATE_X, TRANSLATE_Y -> PictureOperation.pixels(32, drawn(draw));
            case ROTATE -> PictureOperation.between(0, 135, drawn(draw));
            case POSTERIZE -> PictureOperation.bits(6, drawn(draw));
            case SOLARIZE -> PictureOperation.between(255, 0, drawn(draw));
        };
    }

    private static int drawn(Draw draw) {
        return draw.below(PictureOperation.MAGNITUDES);
    }

    @Override
    public String toString() {
        return "TrivialAugment.wide().interpolation(" + interpolation + ")";
    }
}
