package dev.netwright.runtime.network;

import dev.netwright.runtime.data.Preprocessing;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import java.util.List;
import java.util.Optional;

/**
 * What a network holds beside its type.
 *
 * @param kernels what computes it
 * @param parameters its weights
 * @param labels names of the classes in the order of the logits
 * @param preprocessing what turns a picture into its input; empty if it learned values that no picture gives
 */
public record NetworkState(
        KernelSet kernels, ParameterMemory parameters, List<String> labels, Optional<Preprocessing> preprocessing) {
    /** Copies the list. */
    public NetworkState {
        labels = List.copyOf(labels);
    }
}
