package dev.netwright.commandline.timing;

import dev.netwright.operation.Loss;
import dev.netwright.operation.Mode;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Program;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.InferenceKernel;
import dev.netwright.runtime.kernel.InferenceKernels;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.LossKernel;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.TrainingKernel;
import dev.netwright.runtime.kernel.TrainingKernels;
import dev.netwright.runtime.kernel.Workspace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Adds timing to another kernel set. Results and memory are the other's: only bound kernels are wrapped. The cost is
 * two clock readings per call.
 *
 * @param kernels any kernel set
 * @param times receives the times; for one thread and one program at a time
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
        Programs timed = programs.with(
                bound -> timed(programs.of(Mode.TRAINING), bound), bound -> timed(programs.of(Mode.INFERENCE), bound));
        return kernels.workspace(parameters, timed, options);
    }

    private TrainingKernels timed(Program program, TrainingKernels bound) {
        Map<String, TrainingKernel> timed = new HashMap<>();
        for (Operation operation : program.operations()) {
            TrainingKernel kernel = bound.of(operation.name());
            timed.put(operation.name(), new TimedTrainingKernel(kernel, times.bound(operation, kernel)));
        }
        Map<String, LossKernel> losses = new HashMap<>();
        for (Loss loss : program.losses()) {
            losses.put(loss.name(), TimedLoss.of(bound.loss(loss.name()), times.bound(loss.name(), "loss", "")));
        }
        return new TrainingKernels(timed, losses);
    }

    private InferenceKernels timed(Program program, InferenceKernels bound) {
        Map<String, InferenceKernel> timed = new HashMap<>();
        for (Operation operation : program.operations()) {
            InferenceKernel kernel = bound.of(operation.name());
            timed.put(operation.name(), new TimedInferenceKernel(kernel, times.bound(operation, kernel)));
        }
        return new InferenceKernels(timed);
    }
}
