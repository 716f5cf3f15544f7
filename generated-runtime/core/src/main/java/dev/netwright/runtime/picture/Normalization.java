package dev.netwright.runtime.picture;

import java.util.List;

/**
 * How pixels become a network's numbers: {@code (pixel / 255 - mean) / deviation} for each channel, in single precision, as
 * torchvision's {@code ToTensor} and {@code Normalize} compute it.
 *
 * @param mean of each channel, or one number for all
 * @param deviation standard deviation of each channel, or one number for all, as many as there are means
 */
public record Normalization(List<Float> mean, List<Float> deviation) {
    /** None: {@code pixel / 255}, from 0 to 1. */
    public static final Normalization NONE = of(0, 1);

    /** What torchvision's models of ImageNet expect: mean 0.485, 0.456, 0.406 and deviation 0.229, 0.224, 0.225. */
    public static final Normalization IMAGENET =
            new Normalization(List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f));

    /** Networks learn nothing from larger values. */
    private static final double LARGEST = 1e18;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if they aren't one or three of each, finite, and the deviations above 0, or pixels would
     *     become values that no network can learn from
     */
    public Normalization {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (mean.size() != deviation.size() || (mean.size() != 1 && mean.size() != 3)) {
            throw new IllegalArgumentException(
                    "A normalization has 1 or 3 means and as many deviations, found " + mean + " and " + deviation);
        }
        if (!mean.stream().allMatch(Float::isFinite)
                || !deviation.stream().allMatch(value -> Float.isFinite(value) && value > 0)) {
            throw new IllegalArgumentException("Means are finite and deviations above 0, found " + mean + " and "
                    + deviation + "; both are of pixels from 0 to 1");
        }
        for (int channel = 0; channel < mean.size(); channel++) {
            float black = -mean.get(channel) / deviation.get(channel);
            float white = (1 - mean.get(channel)) / deviation.get(channel);
            if (!(Math.abs(black) <= LARGEST && Math.abs(white) <= LARGEST)) {
                throw new IllegalArgumentException(
                        "A normalization must give values of a magnitude of at most 1e18, found " + black
                                + " for black and " + white + " for white of the mean " + mean.get(channel)
                                + " and the deviation " + deviation.get(channel) + "; both are of pixels from 0 to 1");
            }
        }
    }

    /**
     * The same for all channels: {@code Normalization.of(0.286, 0.353)} for Fashion-MNIST.
     *
     * @param deviation above 0
     */
    public static Normalization of(double mean, double deviation) {
        return new Normalization(List.of((float) mean), List.of((float) deviation));
    }

    /**
     * The numbers that pixels become.
     *
     * @param channels of the pictures, 1 or 3
     * @throws IllegalArgumentException if this is made for another number of channels
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
