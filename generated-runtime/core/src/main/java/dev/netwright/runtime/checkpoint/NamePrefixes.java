package dev.netwright.runtime.checkpoint;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Prefixes of tensor names that wrappers such as {@code DataParallel} add, each ending with a dot. */
public final class NamePrefixes {
    private static final int MOST_SHOWN = 4;

    private NamePrefixes() {}

    /**
     * Counts the tensors that match after each prefix is removed, including the empty prefix.
     *
     * @param tensors all tensors of the file
     * @param longest length of the longest name that can match, in characters
     * @param fits whether a tensor matches under the name without the prefix
     * @return number of matching tensors by prefix, largest number first and then shortest prefix; only prefixes with a
     *     match
     */
    public static Map<String, Integer> counted(
            List<NamedShape> tensors, int longest, BiPredicate<String, NamedShape> fits) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (NamedShape tensor : tensors) {
            String name = tensor.name();
            for (int start = 0; start >= 0; start = afterDot(name, start)) {
                if (name.length() - start <= longest && fits.test(name.substring(start), tensor)) {
                    counts.merge(name.substring(0, start), 1, Integer::sum);
                }
            }
        }
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.comparingInt(String::length))))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /**
     * Writes the counts for a message: {@code 60 fit under 'model.', 2 without a prefix}.
     *
     * @param counts number of matching tensors by prefix
     * @return the text
     */
    public static String text(Map<String, Integer> counts) {
        String more = counts.size() > MOST_SHOWN ? " and others under " + (counts.size() - MOST_SHOWN) + " more" : "";
        return counts.entrySet().stream()
                .limit(MOST_SHOWN)
                .map(entry -> entry.getValue()
                        + (entry.getKey().isEmpty()
                                ? " fit without a prefix"
                                : " fit under " + WeightsException.quote(entry.getKey())))
                .collect(Collectors.joining(", ", "", more));
    }

    private static int afterDot(String name, int start) {
        int dot = name.indexOf('.', start);
        return dot < 0 ? -1 : dot + 1;
    }
}
