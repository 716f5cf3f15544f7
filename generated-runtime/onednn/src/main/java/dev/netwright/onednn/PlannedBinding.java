package dev.netwright.onednn;

import dev.netwright.onednn.kernel.BindingPlan;
import dev.netwright.onednn.kernel.KernelPlan;
import dev.netwright.onednn.kernel.LossPlan;
import dev.netwright.onednn.kernel.PlannedOperations;
import dev.netwright.onednn.library.KernelThreads;
import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.NativeArray;
import dev.netwright.onednn.parameter.OneDnnParameters;
import dev.netwright.onednn.parameter.WeightForm;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.engine.session.HostSession;
import dev.netwright.runtime.engine.session.StepClock;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.InferenceKernels;
import dev.netwright.runtime.kernel.InferenceProgram;
import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.TrainingKernels;
import dev.netwright.runtime.kernel.TrainingSession;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The plan of one program for one batch size: the steps of its kernels, the layouts that they have agreed on, and the
 * memory that they need.
 */
final class PlannedBinding {
    /** Multiply-adds of an image. LeNet has 0.4 million; with one thread it takes 0.94 of the time, with batch norm 0.70 (ADR 23). */
    private static final long MOST_PRODUCTS_OF_ONE_THREAD = 1 << 20;

    private final Programs programs;
    private final PlannedOperations operations;
    private final BindingPlan plan;
    private final boolean isAlone;
    private final long arenaBytes;

    private PlannedBinding(Programs programs, PlannedOperations operations, BindingPlan plan, boolean isAlone) {
        this.programs = programs;
        this.operations = operations;
        this.plan = plan;
        this.isAlone = isAlone;
        arenaBytes = plan.arena().assign();
    }

    /** Plans a program without allocating memory. */
    static PlannedBinding of(
            Programs programs, OneDnnParameters parameters, Mode mode, int batch, BindingOptions options) {
        boolean isAlone = mode == Mode.INFERENCE && isForOneThread(programs, batch) && KernelThreads.canLeaveTeam();
        BindingPlan plan = new BindingPlan(parameters, mode, options, new StepClock(options.seed(), batch));
        PlannedOperations[] operations = new PlannedOperations[1];
        in(isAlone, () -> operations[0] = PlannedOperations.of(programs.of(mode), plan));
        return new PlannedBinding(programs, operations[0], plan, isAlone);
    }

    /** Whether the primitives of one image are so short that waiting for a second thread takes longer than its help saves. */
    private static boolean isForOneThread(Programs programs, int batch) {
        return batch == 1 && programs.layers().multiplyAdds() <= MOST_PRODUCTS_OF_ONE_THREAD;
    }

    /** Plans, binds or runs with the threads that the program has: a primitive expects those with which it was made. */
    private static void in(boolean isAlone, Runnable work) {
        if (isAlone) {
            KernelThreads.alone(work);
        } else {
            work.run();
        }
    }

    /** Bytes of the arena, which other bindings use in turn. */
    long arenaBytes() {
        return arenaBytes;
    }

    /** Bytes that no other binding uses. */
    long ownBytes() {
        return plan.ownBytes();
    }

    /** Bytes by which weights take more once they are in the forms that it reads. */
    long weightBytes() {
        return plan.forms().stream().mapToLong(WeightForm::addedBytes).sum();
    }

    /** Bytes that a weight takes at most while one form of it replaces another. */
    long passingBytes() {
        return plan.forms().stream().mapToLong(WeightForm::passingBytes).max().orElse(0);
    }

    /** Has the weights in those forms, until {@link #release}. */
    void hold() {
        plan.forms().forEach(WeightForm::hold);
    }

    /** Ends what {@link #hold} began. */
    void release() {
        plan.forms().forEach(WeightForm::close);
    }

    /** The most bytes of the arena that are in use at the same time. */
    long largestLiveBytes() {
        return plan.arena().largestLiveBytes();
    }

    List<String> implementations() {
        return plan.implementations();
    }

    Map<String, Integer> reorders() {
        return plan.reorders();
    }

    /** Binds the training program to memory. */
    TrainingSession training(BindingMemory memory) {
        plan.fillConstants(memory);
        TrainingKernels kernels = TrainingKernels.bound(
                OneDnnKernelSet.NAME,
                programs.of(Mode.TRAINING),
                operations.kernels().stream()
                        .collect(Collectors.toMap(KernelPlan::name, kernel -> kernel.bind(memory))),
                operations.losses().stream().collect(Collectors.toMap(LossPlan::name, loss -> loss.bind(memory))));
        List<LossPlan> losses = operations.losses();
        return new HostSession.Training(
                programs.training(kernels),
                KernelThreads::enter,
                NativeArray.of(operations.images().value(), memory),
                operations.images().shape().size(),
                losses.get(0).targets(),
                plan.clock());
    }

    /** Binds the inference program to memory. */
    InferenceSession inference(BindingMemory memory) {
        plan.fillConstants(memory);
        InferenceProgram[] program = new InferenceProgram[1];
        in(
                isAlone,
                () -> program[0] = programs.inference(InferenceKernels.bound(
                        OneDnnKernelSet.NAME,
                        programs.of(Mode.INFERENCE),
                        operations.kernels().stream()
                                .collect(Collectors.toMap(KernelPlan::name, kernel -> kernel.bind(memory))))));
        InferenceProgram bound = program[0];
        Runnable forward = bound::forward;
        return new HostSession.Inference(
                isAlone ? () -> KernelThreads.alone(forward) : bound,
                KernelThreads::enter,
                NativeArray.of(operations.images().value(), memory),
                NativeArray.of(operations.output().value(), memory),
                operations.images().shape().size(),
                plan.batch());
    }
}
