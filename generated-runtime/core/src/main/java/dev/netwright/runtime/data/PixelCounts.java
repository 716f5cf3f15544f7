package dev.netwright.runtime.data;

import dev.netwright.operation.Target;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Number of pixels of each class in a dataset whose targets are classes of pixels, without those that don't count.
 *
 * @param labels names of the classes
 * @param counts number of pixels of each class
 */
public record PixelCounts(List<String> labels, List<Long> counts) {
    /**
     * Copies both lists.
     *
     * @param labels names of the classes
     * @param counts number of pixels of each class
     */
    public PixelCounts {
        labels = List.copyOf(labels);
        counts = List.copyOf(counts);
    }

    /**
     * Counts the pixels of every picture, as evaluation reads it.
     *
     * @param data the dataset
     * @return the counts
     * @throws IllegalArgumentException if the targets aren't classes of pixels
     */
    public static PixelCounts of(Dataset data) {
        if (!(data.target() instanceof Target.PerPixel pixels)) {
            throw new IllegalArgumentException(
                    "pixels are counted in data with a class for each pixel, found data with "
                            + data.target().text() + " for each picture");
        }
        long[] counts = new long[pixels.classes()];
        float[] target = new float[pixels.values()];
        for (int i = 0; i < data.size(); i++) {
            data.readTarget(i, target, 0);
            for (float label : target) {
                if (label != Target.PerPixel.IGNORED) {
                    counts[(int) label]++;
                }
            }
        }
        return new PixelCounts(data.labels(), LongStream.of(counts).boxed().toList());
    }

    /**
     * Weights with which each class counts the same in a loss, as scikit-learn's {@code balanced}: of K classes and N pixels, a class of n
     * pixels has the weight {@code N / (K n)}; one without pixels has 0.
     *
     * @return a weight for each class, for {@code Training.classWeights}
     */
    public double[] balancedWeights() {
        double all = counts.stream().mapToLong(Long::longValue).sum();
        return counts.stream()
                .mapToDouble(count -> count == 0 ? 0 : all / (counts.size() * (double) count))
                .toArray();
    }
}
