package dev.netwright.runtime.kernel;

import dev.netwright.operation.Mode;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A complete set of kernels for one kind of hardware, such as oneDNN's for the CPU. It allocates parameters and binds a
 * network's programs to memory.
 */
public interface KernelSet {
    /**
     * The name by which options choose these kernels.
     *
     * @return a short name, such as {@code nd4j}
     */
    String name();

    /**
     * The device that the kernels compute on, as PyTorch names devices.
     *
     * @return such as {@code cpu} or {@code cuda:0}
     */
    String device();

    /**
     * Why these kernels compute although faster ones exist, and how to get the faster ones.
     *
     * @return a sentence without its full stop; empty if no kernels are faster, or if the program chose these
     */
    default Optional<String> fallbackReason() {
        return Optional.empty();
    }

    /**
     * What the results depend on beside spec, data, seed and options, such as {@code threads = 2}. Two runs with equal
     * entries here, and equal inputs, give bit-identical results.
     *
     * @return the settings by name
     */
    SortedMap<String, String> environment();

    /**
     * Allocates memory for a network's parameters and running statistics. The values are undefined until they are
     * written.
     *
     * @param table the network's tensors
     * @return memory that the caller closes
     * @throws dev.netwright.runtime.machine.InsufficientMemoryException if there is too little memory
     */
    ParameterMemory allocate(ParameterTable table);

    /**
     * Opens a workspace, which holds the memory and kernels of programs over these parameters. It takes no memory
     * before its first session.
     *
     * @param parameters memory that this kernel set allocated
     * @param programs the programs of the same network
     * @param options seed, label smoothing and frozen layers
     * @return a workspace that the caller closes before the parameters
     */
    Workspace workspace(ParameterMemory parameters, Programs programs, BindingOptions options);

    /**
     * The memory that a program needs for a batch on this machine, parameters included. The runtime's own kernel sets
     * compute it without allocating anything; this default allocates the parameters for a moment.
     *
     * @param table the network's tensors
     * @param programs the network's programs
     * @param mode training or inference
     * @param batch images in a batch, at least 1
     * @return the bytes
     * @throws SingleValueNormException if a batch norm would see a single value in each channel in training
     */
    default PlannedBytes plannedBytes(ParameterTable table, Programs programs, Mode mode, int batch) {
        try (ParameterMemory parameters = allocate(table);
                Workspace workspace = workspace(parameters, programs, 0)) {
            workspace.reserve(mode, batch);
            return new PlannedBytes(
                    workspace.boundBytes().total(), Float.BYTES * table.size(), Float.BYTES * table.statisticsSize());
        }
    }

    /**
     * Opens a workspace with default options; see {@link #workspace(ParameterMemory, Programs, BindingOptions)}.
     *
     * @param parameters memory that this kernel set allocated
     * @param programs the programs of the same network
     * @param seed seeds the dropout masks
     * @return a workspace that the caller closes before the parameters
     */
    default Workspace workspace(ParameterMemory parameters, Programs programs, long seed) {
        return workspace(parameters, programs, BindingOptions.seeded(seed));
    }
}
