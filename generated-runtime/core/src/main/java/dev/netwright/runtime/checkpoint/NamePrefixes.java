package dev.netwright.runtime.checkpoint;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** What wrappers such as {@code DataParallel} put before the names of a file's tensors: whole words up to a dot. */
public final class NamePrefixes {
    private static final int MOST_SHOWN = 4;

    private NamePrefixes() {}

    /**
     * Counts the names that fit behind each prefix, no prefix among them.
     *
     * @param longest characters of a name that may fit
     * @param fits whether a tensor of the file fits by what is left of its name
     * @return only prefixes with a name that fits; those with the most names first, of equal ones the shortest
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

    /** For a message: {@code 60 fit under 'model.', 2 without a prefix}. */
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
