package dev.netwright.runtime.checkpoint;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Metadata of a weights file, so that it can be used without the program that trained it.
 *
 * @param labels names of the classes in the order of the network's outputs; empty if they have none
 * @param entries further text by key, such as the preprocessing of images
 */
public record WeightsMetadata(List<String> labels, Map<String, String> entries) {

    /**
     * Copies the labels, and sorts the entries by key.
     *
     * @param labels names of the classes in the order of the network's outputs; empty if they have none
     * @param entries further text by key, such as the preprocessing of images
     * @throws IllegalArgumentException if an entry has a key that belongs to Netwright
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

    /** {@return metadata without labels and entries} */
    public static WeightsMetadata none() {
        return new WeightsMetadata(List.of(), Map.of());
    }
}
