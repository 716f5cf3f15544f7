package dev.netwright.runtime.network;

import dev.netwright.runtime.data.DataSignature;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import java.util.Map;

/**
 * A network's state beside its type.
 *
 * @param kernels the kernel set that allocated the parameters
 * @param parameters the network's tensors
 * @param signature names of the classes in the order of the logits, and the preprocessing of pictures
 * @param trained entries of a weights file's metadata about the run that trained the network; empty if there was none
 */
public record NetworkState(
        KernelSet kernels, ParameterMemory parameters, DataSignature signature, Map<String, String> trained) {
    /**
     * Copies the map.
     *
     * @param kernels the kernel set that allocated the parameters
     * @param parameters the network's tensors
     * @param signature names of the classes in the order of the logits, and the preprocessing of pictures
     * @param trained entries of a weights file's metadata about the run that trained the network; empty if there was
     *     none
     */
    public NetworkState {
        trained = Map.copyOf(trained);
    }

    /**
     * A network that comes from no run.
     *
     * @param kernels the kernel set that allocated the parameters
     * @param parameters the network's tensors
     * @param signature names of the classes in the order of the logits, and the preprocessing of pictures
     */
    public NetworkState(KernelSet kernels, ParameterMemory parameters, DataSignature signature) {
        this(kernels, parameters, signature, Map.of());
    }
}
