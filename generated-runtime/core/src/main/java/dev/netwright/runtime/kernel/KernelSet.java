package dev.netwright.runtime.kernel;

import dev.netwright.operation.Mode;
import java.util.Optional;
import java.util.SortedMap;

/** A family of kernels for one kind of hardware. */
public interface KernelSet {
    /** Short name, such as {@code nd4j}. */
    String name();

    /** The device it computes on, as PyTorch would name it: {@code cpu} or {@code cuda:0}. */
    String device();

    /**
     * A sentence on why these kernels compute although there are faster ones, and what helps; empty if there are none, or these were
     * chosen.
     */
    default Optional<String> fallbackReason() {
        return Optional.empty();
    }

    /**
     * On what the bits of its results depend beside spec, data, seed and options, such as {@code threads = 2}: two runs are bit-equal where all
     * of these are equal.
     */
    SortedMap<String, String> environment();

    /** Memory for a network's parameters, uninitialized. */
    ParameterMemory allocate(ParameterTable table);

    /**
     * Memory and kernels for programs over these parameters.
     *
     * @param parameters made by this kernel set
     * @param programs the network's
     */
    Workspace workspace(ParameterMemory parameters, Programs programs, BindingOptions options);

    /**
     * What a program takes for a batch on this machine, parameters included. Kernel sets of the runtime take no memory for the answer; this
     * default takes the parameters'.
     */
    default PlannedBytes plannedBytes(ParameterTable table, Programs programs, Mode mode, int batch) {
        try (ParameterMemory parameters = allocate(table);
                Workspace workspace = workspace(parameters, programs, 0)) {
            workspace.reserve(mode, batch);
            return new PlannedBytes(
                    workspace.boundBytes().total(), Float.BYTES * table.size(), Float.BYTES * table.statisticsSize());
        }
    }

    /** {@link #workspace(ParameterMemory, Programs, BindingOptions)} with a seed of the dropout masks and nothing besides. */
    default Workspace workspace(ParameterMemory parameters, Programs programs, long seed) {
        return workspace(parameters, programs, BindingOptions.seeded(seed));
    }
}
