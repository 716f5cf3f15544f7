package dev.netwright.runtime.augmentation;

import dev.netwright.runtime.picture.Canvas;

/**
 * The operations of RandAugment and TrivialAugment, in torchvision's order. Each takes a magnitude, whose meaning is its
 * own. Pixels from outside the picture are black.
 */
enum PictureOperation {
    /** Nothing. */
    IDENTITY(false) {
        @Override
        void apply(Canvas canvas, double magnitude, Interpolation interpolation) {
            // The picture stays.
        }
    },
    /** Each row moves left by the magnitude times its place from the top. */
    SHEAR_X(true) {
        @Override
        void apply(Canvas canvas, double magnitude, Interpolation interpolation) {
            new AffineMap(1, magnitude, 0, 0, 1, 0).apply(canvas, interpolation);
        }
    },
    /** Each column moves up by the magnitude times its place from the left. */
    SHEAR_Y(true) {
        @Override
        void apply(Canvas canvas, double magnitude, Interpolation interpolation) {
            new AffineMap(1, 0, 0, magnitude, 1, 0).apply(canvas, interpolation);
        }
    },
    /** The picture moves right by the magnitude's whole pixels. */
    TRANSLATE_X(true) {
        @Override
        void apply(Canvas canvas, double magnitude, Interpolation interpolation) {
            new AffineMap(1, 0, -(int) magnitude, 0, 1, 0).apply(canvas, interpolation);
        }
    },
    /** The picture moves down by the magnitude's whole pixels. */
    TRANSLATE_Y(true) {
        @Override
        void apply(Canvas canvas, double magnitude, Interpolation interpolation) {
            new AffineMap(1, 0, 0, 0, 1, -(int) magnitude).apply(canvas, interpolation);
        }
    },
    /** The picture turns counterclockwise by the magnitude in degrees. */
    ROTATE(true) {
        @Override
        void apply(Canvas canvas, double magnitude, Interpolation interpolation) {
            // Pillow takes angles from 0 to 360 degrees, of which sine and cosine may differ in the last place.
            RandomRotation.rotate(canvas, magnitude < 0 ? magnitude + 360 : magnitude, interpolation);
        }
    },
    /** Brighter by the magnitude, or darker below 0. */
    BRIGHTNESS(true) {
        @Override
        void apply(Canvas canvas, double magnitude, Interpolation interpolation) {
            Tones.brightness(canvas, 1 + magnitude);
        }
    },
    /** More colourful by the magnitude, or greyer below 0. */
    COLOR(true) {
        @Override
        void apply(Canvas canvas, double magnitude, Interpolation interpolation) {
            Tones.colour(canvas, 1 + magnitude);
        }
    },
    /** More contrast by the magnitude, or less below 0. */
    CONTRAST(true) {
        @Override
        void apply(Canvas canvas, double magnitude, Interpolation interpolation) {
            Tones.contrast(canvas, 1 + magnitude);
        }
    },
    /** Sharper by the magnitude, or smoother below 0. */
    SHARPNESS(true) {
        @Override
        void apply(Canvas canvas, double magnitude, Interpolation interpolation) {
            Tones.sharpness(canvas, 1 + magnitude);
        }
    },
    /** Keeps so many bits of each value. */
    POSTERIZE(false) {
        @Override
        void apply(Canvas canvas, double magnitude, Interpolation interpolation) {
            Tones.posterize(canvas, (int) magnitude);
        }
    },
    /** Inverts values from the magnitude on. */
    SOLARIZE(false) {
        @Override
        void apply(Canvas canvas, double magnitude, Interpolation interpolation) {
            Tones.solarize(canvas, magnitude);
        }
    },
    /** Stretches each channel to all values. */
    AUTO_CONTRAST(false) {
        @Override
        void apply(Canvas canvas, double magnitude, Interpolation interpolation) {
            Tones.autoContrast(canvas);
        }
    },
    /** Makes each channel's values about equally frequent. */
    EQUALIZE(false) {
        @Override
        void apply(Canvas canvas, double magnitude, Interpolation interpolation) {
            Tones.equalize(canvas);
        }
    };

    /** Number of magnitudes between which both augmentations choose. */
    static final int MAGNITUDES = 31;

    private final boolean isSigned;

    PictureOperation(boolean isSigned) {
        this.isSigned = isSigned;
    }

    /** Changes a picture. */
    abstract void apply(Canvas canvas, double magnitude, Interpolation interpolation);

    /** Whether the magnitude may be negative, which is then drawn. */
    boolean isSigned() {
        return isSigned;
    }

    /** A magnitude of a range in {@link #MAGNITUDES} equal steps, in float32 as {@code torch.linspace} computes it. */
    static double between(double first, double last, int number) {
        float step = (float) (last - first) / (MAGNITUDES - 1);
        return number < MAGNITUDES / 2
                ? (float) (first + (double) step * number)
                : (float) ((float) last - (double) step * (MAGNITUDES - 1 - number));
    }

    /** A number of pixels in {@link #MAGNITUDES} equal steps from 0, of which {@link #TRANSLATE_X} takes the whole ones. */
    static double pixels(double most, int number) {
        return (float) (most * number / (MAGNITUDES - 1));
    }

    /** The bits that {@link #POSTERIZE} keeps: from 8 down by {@code most} in equal steps, rounded half to even. */
    static double bits(int most, int number) {
        return 8 - Math.rint(number / ((MAGNITUDES - 1) / (float) most));
    }
}
