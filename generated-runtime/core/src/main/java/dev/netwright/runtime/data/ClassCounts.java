package dev.netwright.runtime.data;

import dev.netwright.operation.Target;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Number of samples of each class in a dataset. A class without samples can't be learned or evaluated.
 *
 * @param labels names of the classes
 * @param counts number of samples of each class
 */
public record ClassCounts(List<String> labels, List<Integer> counts) {
    private static final int MOST_NAMES = 4;

    /**
     * Copies both lists.
     *
     * @param labels names of the classes
     * @param counts number of samples of each class
     */
    public ClassCounts {
        labels = List.copyOf(labels);
        counts = List.copyOf(counts);
    }

    /**
     * Counts the samples of a dataset: those of each class, or those that have each of several labels.
     *
     * @param data the dataset
     * @return the counts
     * @throws IllegalArgumentException if the data has numbers or classes of pixels
     */
    public static ClassCounts of(Dataset data) {
        if (data.target() instanceof Target.OneClass) {
            return of(data.size(), data.labels(), data::label);
        }
        if (data.target() instanceof Target.PerPixel) {
            throw new IllegalArgumentException(
                    "pixels have classes, not pictures; count them with PixelCounts.of(data)");
        }
        if (data.target() instanceof Target.Numbers) {
            throw new IllegalArgumentException("numbers have no classes to count, found " + data.labels());
        }
        int[] counts = new int[data.labels().size()];
        float[] target = new float[counts.length];
        for (int i = 0; i < data.size(); i++) {
            data.readTarget(i, target, 0);
            for (int label = 0; label < counts.length; label++) {
                counts[label] += target[label] > 0.5 ? 1 : 0;
            }
        }
        return new ClassCounts(data.labels(), IntStream.of(counts).boxed().toList());
    }

    /**
     * Weights with which each class counts the same in a loss, as scikit-learn's {@code balanced}: of K classes and N samples, a class of n
     * samples has the weight {@code N / (K n)}; one without samples has 0.
     *
     * @return a weight for each class, for {@code Training.classWeights}
     */
    public double[] balancedWeights() {
        double all = counts.stream().mapToInt(Integer::intValue).sum();
        return counts.stream()
                .mapToDouble(count -> count == 0 ? 0 : all / (counts.size() * (double) count))
                .toArray();
    }

    /**
     * Weights with which the samples that have a label count as much as those that don't: {@code (N - n) / n} for a label that n of N samples
     * have; 1 for one without samples.
     *
     * @param samples number of samples, N
     * @return a weight for each label, for {@code Training.positiveWeights}
     */
    public double[] positiveWeights(int samples) {
        return counts.stream()
                .mapToDouble(count -> count == 0 ? 1 : (samples - count) / (double) count)
                .toArray();
    }

    /** Ignores a class without a name, which is reported when the sample is read. */
    private static ClassCounts of(int size, List<String> labels, IntUnaryOperator classOf) {
        int[] counts = new int[labels.size()];
        for (int i = 0; i < size; i++) {
            int label = classOf.applyAsInt(i);
            if (label >= 0 && label < counts.length) {
                counts[label]++;
            }
        }
        return new ClassCounts(labels, IntStream.of(counts).boxed().toList());
    }

    /** {@return the names of the classes without a sample} */
    public List<String> absent() {
        return IntStream.range(0, labels.size())
                .filter(label -> counts.get(label) == 0)
                .mapToObj(labels::get)
                .toList();
    }

    /** {@return the names of the classes without a sample, for a message: {@code 'oak', 'elm' and 3 more}} */
    public String absentText() {
        List<String> absent = absent();
        String more = absent.size() > MOST_NAMES ? " and " + (absent.size() - MOST_NAMES) + " more" : "";
        return absent.stream()
                .limit(MOST_NAMES)
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", ", "", more));
    }
}
