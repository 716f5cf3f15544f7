package dev.netwright.runtime.data;

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
     * Counts the samples of a dataset.
     *
     * @param data the dataset
     * @return the counts
     */
    public static ClassCounts of(Dataset data) {
        return of(data.size(), data.labels(), data::label);
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
