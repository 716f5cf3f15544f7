package dev.netwright.runtime.training;

import java.nio.file.Path;
import java.util.List;

/**
 * The tensors that a network loaded from a weights file before training.
 *
 * @param file the weights file
 * @param loaded names of the tensors loaded from the file, in the network's order; at least one
 * @param initialized names of the tensors that keep their initial values, because the file has none of that name and
 *     shape
 * @param unused names of the file's tensors that the network doesn't have, such as those of another head
 */
public record InitialWeights(Path file, List<String> loaded, List<String> initialized, List<String> unused) {
    /**
     * Copies the lists.
     *
     * @param file the weights file
     * @param loaded names of the tensors loaded from the file, in the network's order; at least one
     * @param initialized names of the tensors that keep their initial values, because the file has none of that name
     *     and shape
     * @param unused names of the file's tensors that the network doesn't have, such as those of another head
     */
    public InitialWeights {
        loaded = List.copyOf(loaded);
        initialized = List.copyOf(initialized);
        unused = List.copyOf(unused);
    }
}
