package dev.netwright.examples.timing;

import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.Workspace;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Another kernel set whose kernels are timed, call by call. What it computes, and in which memory, is the other's: a program's
 * constructor gets its binding, and only the kernels on their way back are wrapped. It costs two looks at the clock for each call.
 *
 * @param kernels any kernel set
 * @param times where the calls of every program are written down; for one thread, and one program at a time
 */
public record TimedKernelSet(KernelSet kernels, LayerTimes times) implements KernelSet {
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
        return kernels.fallbackReason();
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
        Programs timed = new Programs(
                binding -> programs.training().apply(new TimedBinding(binding, times)),
                binding -> programs.inference().apply(new TimedBinding(binding, times)));
        return kernels.workspace(parameters, timed, options);
    }
}
