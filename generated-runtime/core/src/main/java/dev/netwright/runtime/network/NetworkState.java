package dev.netwright.runtime.network;

import dev.netwright.runtime.data.DataSignature;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import java.util.Map;

/**
 * What a network holds beside its type.
 *
 * @param kernels what computes it
 * @param parameters its weights
 * @param signature names of the classes in the order of the logits, and what turns a picture into its input
 * @param trained what its files say of the run that it comes from
 */
public record NetworkState(
        KernelSet kernels, ParameterMemory parameters, DataSignature signature, Map<String, String> trained) {
    /** Copies the map. */
    public NetworkState {
        trained = Map.copyOf(trained);
    }

    /** Of a network that comes from no run. */
    public NetworkState(KernelSet kernels, ParameterMemory parameters, DataSignature signature) {
        this(kernels, parameters, signature, Map.of());
    }
}
