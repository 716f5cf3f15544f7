package dev.netwright.runtime.augmentation;

import dev.netwright.runtime.picture.Canvas;

/**
 * Applies some of fourteen operations, each drawn with equal probability, as torchvision's {@code RandAugment} does. All
 * have one magnitude from 0 to 30, which stands for a place in each operation's range:
 *
 * <pre>
 * shear to either side              0 to 0.3 pixels a pixel
 * translate to either side          0 to 150/331 of the picture
 * rotate to either side             0 to 30 degrees
 * brightness, color, contrast,
 *   sharpness: less or more         0 to 0.9
 * posterize                         8 to 4 bits
 * solarize                          from 255 down to 0
 * identity, auto contrast, equalize no magnitude
 * </pre>
 *
 * <p>Pixels from outside the picture are black. Write it after what makes pictures their size and before
 * normalization. Evaluation changes nothing.
 *
 * <p>Source: E. D. Cubuk et al., "RandAugment: Practical automated data augmentation with a reduced search space", 2020.
 */
public final class RandAugment implements Augmentation {
    private static final double TRANSLATION = 150.0 / 331;

    private final int operations;
    private final int magnitude;
    private final Interpolation interpolation;

    private RandAugment(int operations, int magnitude, Interpolation interpolation) {
        this.operations = operations;
        this.magnitude = magnitude;
        this.interpolation = interpolation;
    }

    /**
     * Applies some operations, with the nearest pixels.
     *
     * @param operations number of operations for each picture, at least 1; 2 by default in torchvision
     * @param magnitude from 0 to 30; 9 by default in torchvision
     * @return the augmentation
     * @throws IllegalArgumentException if a number is out of range
     */
    public static RandAugment of(int operations, int magnitude) {
        if (operations < 1 || magnitude < 0 || magnitude >= PictureOperation.MAGNITUDES) {
            throw new IllegalArgumentException(
                    "RandAugment needs at least 1 operation and a magnitude from 0 to 30, found " + operations + " and "
                            + magnitude);
        }
        return new RandAugment(operations, magnitude, Interpolation.NEAREST);
    }

    /**
     * Sets how shears, translations and rotations read the picture.
     *
     * @param newInterpolation nearest, torchvision's default, or bilinear, as in its recipe for ImageNet
     * @return a changed copy
     */
    public RandAugment interpolation(Interpolation newInterpolation) {
        return new RandAugment(operations, magnitude, newInterpolation);
    }

    @Override
    public void change(Canvas canvas, Draw draw) {
        // The sides that translations are a share of stay the first's.
        int height = canvas.height();
        int width = canvas.width();
        PictureOperation[] all = PictureOperation.values();
        for (int i = 0; i < operations; i++) {
            PictureOperation operation = all[draw.below(all.length)];
            double strength = strength(operation, height, width);
            boolean isNegative = operation.isSigned() && draw.below(2) == 1;
            operation.apply(canvas, isNegative ? -strength : strength, interpolation);
        }
    }

    private double strength(PictureOperation operation, int height, int width) {
        return switch (operation) {
            case IDENTITY, AUTO_CONTRAST, EQUALIZE -> 0;
            case SHEAR_X, SHEAR_Y -> PictureOperation.between(0, 0.3, magnitude);
            case TRANSLATE_X -> PictureOperation.pixels(TRANSLATION * width, magnitude);
            case TRANSLATE_Y -> PictureOperation.pixels(TRANSLATION * height, magnitude);
            case ROTATE -> PictureOperation.between(0, 30, magnitude);
            case BRIGHTNESS, COLOR, CONTRAST, SHARPNESS -> PictureOperation.between(0, 0.9, magnitude);
            case POSTERIZE -> PictureOperation.bits(4, magnitude);
            case SOLARIZE -> PictureOperation.between(255, 0, magnitude);
        };
    }

    @Override
    public String toString() {
        return "RandAugment.of(" + operations + ", " + magnitude + ").interpolation(" + interpolation + ")";
    }
}
