package dev.netwright.runtime.training;

import java.nio.file.Path;
import java.util.List;

/**
 * What a network took over from a weights file before it began to learn.
 *
 * @param file where from
 * @param loaded tensors that have the file's values, in the network's order; at least one
 * @param initialized tensors that have their initial values, because the file has none of that name and shape
 * @param unused the file's tensors that the network has no place for, such as another head's
 */
public record InitialWeights(Path file, List<String> loaded, List<String> initialized, List<String> unused) {
    /** Copies the lists. */
    public InitialWeights {
        loaded = List.copyOf(loaded);
        initialized = List.copyOf(initialized);
        unused = List.copyOf(unused);
    }
}
