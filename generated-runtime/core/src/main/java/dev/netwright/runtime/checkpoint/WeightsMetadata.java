package dev.netwright.runtime.checkpoint;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a weights file says beside the values, so that it can be used without the program that trained it.
 *
 * @param labels the classes' names in the order of the network's outputs; empty if they have none
 * @param entries further text under the caller's own keys, such as how an image becomes input
 */
public record WeightsMetadata(List<String> labels, Map<String, String> entries) {

    /**
     * Copies both, and sorts the entries by key.
     *
     * @throws IllegalArgumentException if an entry has one of the keys that Netwright writes itself
     */
    public WeightsMetadata {
        labels = List.copyOf(labels);
        entries = Collections.unmodifiableMap(new TreeMap<>(entries));
        for (String key : entries.keySet()) {
            if (FileMetadata.isReserved(key)) {
                throw new IllegalArgumentException(
                        "Metadata key '" + key + "' is Netwright's own; choose a key other than "
                                + String.join(", ", FileMetadata.RESERVED_KEYS) + " that doesn't begin with "
                                + FileMetadata.TRAINING);
            }
        }
    }

    /** No labels and no entries. */
    public static WeightsMetadata none() {
        return new WeightsMetadata(List.of(), Map.of());
    }
}
