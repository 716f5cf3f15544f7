package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.BoundBytes;
import dev.netwright.runtime.kernel.InferenceProgram;
import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.TrainingProgram;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One arena for all bindings, as large as the largest needs. */
final class ReferenceWorkspace implements Workspace {
    private final ReferenceParameters parameters;
    private final Programs programs;
    private final BindingOptions options;
    private final Map<Key, SlotSizes> reserved = new LinkedHashMap<>();
    private final Map<Integer, TrainingSession> trainingSessions = new LinkedHashMap<>();
    private final Map<Integer, InferenceSession> inferenceSessions = new LinkedHashMap<>();
    private double @Nullable [] arena;

    private record Key(Mode mode, int batch) {}

    ReferenceWorkspace(ReferenceParameters parameters, Programs programs, BindingOptions options) {
        this.parameters = parameters;
        this.programs = programs;
        this.options = options;
    }

    @Override
    public void reserve(Mode mode, int batch) {
        if (arena != null) {
            throw new IllegalStateException("memory is allocated already; reserve every batch size before a session");
        }
        if (batch < 1) {
            throw new IllegalArgumentException("a batch has at least 1 image, found " + batch);
        }
        SlotSizes sizes = new SlotSizes(batch);
        programs.describe(mode, ReferenceBinding.measuring(parameters, sizes, mode, options));
        reserved.put(new Key(mode, batch), sizes);
    }

    @Override
    public TrainingSession training(int batch) {
        return trainingSessions.computeIfAbsent(batch, this::openTraining);
    }

    @Override
    public InferenceSession inference(int batch) {
        return inferenceSessions.computeIfAbsent(batch, this::openInference);
    }

    @Override
    public BoundBytes boundBytes() {
        return new BoundBytes((long) largest() * Double.BYTES, 0, 0, 0);
    }

    @Override
    public void close() {}

    private TrainingSession openTraining(int batch) {
        SlotSizes sizes = sizes(Mode.TRAINING, batch);
        parameters.bindGradients();
        StepInput step = new StepInput(options.seed(), batch);
        double[] memory = arena();
        ReferenceBinding binding = ReferenceBinding.binding(parameters, sizes, memory, Mode.TRAINING, options, step);
        TrainingProgram program = programs.training().apply(binding);
        return new ReferenceSession.Training(program, binding.imageInput(memory), step);
    }

    private InferenceSession openInference(int batch) {
        SlotSizes sizes = sizes(Mode.INFERENCE, batch);
        double[] memory = arena();
        ReferenceBinding binding = ReferenceBinding.binding(
                parameters, sizes, memory, Mode.INFERENCE, options, new StepInput(options.seed(), batch));
        InferenceProgram program = programs.inference().apply(binding);
        return new ReferenceSession.Inference(
                program, binding.imageInput(memory), binding.boundLogits().value());
    }

    private SlotSizes sizes(Mode mode, int batch) {
        SlotSizes sizes = reserved.get(new Key(mode, batch));
        if (sizes == null) {
            throw new IllegalStateException("a " + mode + " batch of " + batch + " was not reserved");
        }
        return sizes;
    }

    private double[] arena() {
        if (arena == null) {
            arena = new double[largest()];
        }
        return arena;
    }

    private int largest() {
        return reserved.values().stream().mapToInt(SlotSizes::total).max().orElse(0);
    }
}
