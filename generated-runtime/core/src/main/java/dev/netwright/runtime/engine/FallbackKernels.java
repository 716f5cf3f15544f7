package dev.netwright.runtime.engine;

import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.PlannedBytes;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.Workspace;
import java.util.Optional;
import java.util.SortedMap;

/** Kernels that are used instead of faster ones, with the reason. */
record FallbackKernels(KernelSet kernels, String reason) implements KernelSet {
    @Override
    public String name() {
        return kernels.name();
    }

    @Override
    public String device() {
        return kernels.device();
    }

    @Override
    public Optional<String> fallbackReason() {
        return Optional.of(reason);
    }

    @Override
    public SortedMap<String, String> environment() {
        return kernels.environment();
    }

    @Override
    public ParameterMemory allocate(ParameterTable table) {
        return kernels.allocate(table);
    }

    @Override
    public Workspace workspace(ParameterMemory parameters, Programs programs, BindingOptions options) {
        return kernels.workspace(parameters, programs, options);
    }

    @Override
    public PlannedBytes plannedBytes(ParameterTable table, Programs programs, Mode mode, int batch) {
        return kernels.plannedBytes(table, programs, mode, batch);
    }
}
