package dev.netwright.processor.lint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The numbers that define a published network, without images, classes and details of training.
 *
 * @param family simple name of the annotation that describes it
 * @param title name and source
 * @param kind attributes that aren't numbers and select a different network
 * @param numbers by their paths in the annotation
 */
record PublishedNetwork(String family, String title, Map<String, String> kind, Map<String, String> numbers) {
    private static final Pattern INDEX = Pattern.compile("\\d+]");

    PublishedNetwork {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    /** Whether a spec has the same numbers of blocks, so that its numbers can be compared one by one. */
    boolean isComparable(PlannedSpec spec) {
        return spec.family().equals(family)
                && kind.entrySet().stream().allMatch(entry -> spec.hasValue(entry.getKey(), entry.getValue()))
                && hasSameBlocks(spec);
    }

    private boolean hasSameBlocks(PlannedSpec spec) {
        Set<String> compared =
                numbers.keySet().stream().map(PublishedNetwork::general).collect(Collectors.toSet());
        Set<String> written = spec.values().keySet().stream()
                .filter(path -> compared.contains(general(path)))
                .collect(Collectors.toSet());
        return written.equals(numbers.keySet());
    }

    /** Paths of the numbers that differ in a comparable spec. */
    List<String> differences(PlannedSpec spec) {
        return numbers.entrySet().stream()
                .filter(entry -> !spec.hasValue(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** {@code blocks[].convs} for {@code blocks[3].convs}. */
    private static String general(String path) {
        return INDEX.matcher(path).replaceAll("]");
    }
}
