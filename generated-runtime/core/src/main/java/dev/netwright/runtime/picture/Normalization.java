package dev.netwright.runtime.picture;

import java.util.List;

/**
 * Normalizes pixels: {@code (pixel / 255 - mean) / deviation} for each channel, in single precision, as torchvision's
 * {@code ToTensor} and {@code Normalize} do.
 *
 * @param mean mean of each channel, or one number for all
 * @param deviation standard deviation of each channel, or one number for all; as many numbers as {@code mean}
 */
public record Normalization(List<Float> mean, List<Float> deviation) {
    /** Scaling without normalization: {@code pixel / 255}, from 0 to 1. */
    public static final Normalization NONE = of(0, 1);

    /**
     * The normalization of torchvision's ImageNet models: mean 0.485, 0.456, 0.406 and deviation 0.229, 0.224, 0.225.
     */
    public static final Normalization IMAGENET =
            new Normalization(List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f));

    /** Networks can't be trained on larger values. */
    private static final double LARGEST = 1e18;

    /**
     * Checks the numbers.
     *
     * @param mean mean of each channel, or one number for all
     * @param deviation standard deviation of each channel, or one number for all; as many numbers as {@code mean}
     * @throws IllegalArgumentException if there aren't 1 or 3 means and as many deviations, a mean isn't finite, a
     *     deviation isn't above 0, or a pixel's value would be too large
     */
    public Normalization {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (mean.size() != deviation.size() || (mean.size() != 1 && mean.size() != 3)) {
            throw new IllegalArgumentException("A normalization must have 1 or 3 means and as many deviations, found "
                    + mean + " and " + deviation);
        }
        if (!mean.stream().allMatch(Float::isFinite)
                || !deviation.stream().allMatch(value -> Float.isFinite(value) && value > 0)) {
            throw new IllegalArgumentException("Means must be finite and deviations above 0, found " + mean + " and "
                    + deviation + "; both refer to pixels from 0 to 1");
        }
        for (int channel = 0; channel < mean.size(); channel++) {
            float black = -mean.get(channel) / deviation.get(channel);
            float white = (1 - mean.get(channel)) / deviation.get(channel);
            if (!(Math.abs(black) <= LARGEST && Math.abs(white) <= LARGEST)) {
                throw new IllegalArgumentException(
                        "A normalization must give values of a magnitude of at most 1e18, found " + black
                                + " for black and " + white + " for white with the mean " + mean.get(channel)
                                + " and the deviation " + deviation.get(channel)
                                + "; both refer to pixels from 0 to 1");
            }
        }
    }

    /**
     * The same normalization for all channels: {@code Normalization.of(0.286, 0.353)} for Fashion-MNIST.
     *
     * @param mean mean of pixels from 0 to 1
     * @param deviation standard deviation of pixels from 0 to 1, above 0
     * @return the normalization
     * @throws IllegalArgumentException if a number is out of range
     */
    public static Normalization of(double mean, double deviation) {
        return new Normalization(List.of((float) mean), List.of((float) deviation));
    }

    /**
     * Computes the value of every possible pixel.
     *
     * @param channels channels of the pictures, 1 or 3
     * @return a table of values
     * @throws IllegalArgumentException if the normalization has another number of channels
     */
    public PixelValues values(int channels) {
        if (mean.size() != 1 && mean.size() != channels) {
            throw new IllegalArgumentException("A normalization of " + mean.size()
                    + " channels doesn't fit pictures of " + channels + "; give one mean and one deviation");
        }
        float[][] values = new float[channels][256];
        for (int channel = 0; channel < channels; channel++) {
            float center = mean.get(channel % mean.size());
            float scale = deviation.get(channel % mean.size());
            for (int pixel = 0; pixel < 256; pixel++) {
                values[channel][pixel] = (pixel / 255f - center) / scale;
            }
        }
        return new PixelValues(values);
    }
}
