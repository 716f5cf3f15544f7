package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.Mode;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Program;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.BoundBytes;
import dev.netwright.runtime.kernel.InferenceKernels;
import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.SingleValueNormException;
import dev.netwright.runtime.kernel.TrainingKernels;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.Workspace;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Bindings that share nothing but the parameters. */
final class ReferenceWorkspace implements Workspace {
    private final ReferenceParameters parameters;
    private final Programs programs;
    private final BindingOptions options;
    private final Set<Key> reserved = new LinkedHashSet<>();
    private final Map<Integer, TrainingSession> trainingSessions = new LinkedHashMap<>();
    private final Map<Integer, InferenceSession> inferenceSessions = new LinkedHashMap<>();

    private record Key(Mode mode, int batch) {}

    ReferenceWorkspace(ReferenceParameters parameters, Programs programs, BindingOptions options) {
        this.parameters = parameters;
        this.programs = programs;
        this.options = options;
    }

    @Override
    public void reserve(Mode mode, int batch) {
        if (!trainingSessions.isEmpty() || !inferenceSessions.isEmpty()) {
            throw new IllegalStateException("memory is allocated already; reserve every batch size before a session");
        }
        if (batch < 1) {
            throw new IllegalArgumentException("a batch has at least 1 image, found " + batch);
        }
        if (mode == Mode.TRAINING) {
            programs.of(mode).operations().forEach(operation -> requireVariance(operation, batch));
        }
        reserved.add(new Key(mode, batch));
    }

    private void requireVariance(Operation operation, int batch) {
        if (operation instanceof BatchNorm norm && !options.frozen().has(norm.parameterPrefix())) {
            Shape shape = norm.output().shape();
            if (batch * shape.height() * shape.width() == 1) {
                throw new SingleValueNormException(norm.parameterPrefix(), shape);
            }
        }
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
        long bytes = reserved.stream().mapToLong(this::bytes).sum();
        return new BoundBytes(bytes, 0, 0, 0);
    }

    /** Values, and gradients of all but the images. */
    private long bytes(Key key) {
        Program program = programs.of(key.mode());
        long values = Stream.concat(
                        Stream.of(program.images()),
                        program.operations().stream().map(Operation::output))
                .mapToLong(value -> value.shape().size())
                .sum();
        long images = program.images().shape().size();
        long doubles = program.isTraining() ? 2 * values - images : values;
        return key.batch() * doubles * Double.BYTES;
    }

    @Override
    public void close() {}

    private TrainingSession openTraining(int batch) {
        requireReserved(Mode.TRAINING, batch);
        parameters.bindGradients();
        StepInput step = new StepInput(options.seed(), batch);
        ReferenceBinding binding = ReferenceBinding.of(parameters, programs.of(Mode.TRAINING), options, step);
        TrainingKernels kernels = new TrainingKernels(binding.kernels(), binding.losses());
        return new ReferenceSession.Training(programs.training(kernels), binding.imageInput(), step);
    }

    private InferenceSession openInference(int batch) {
        requireReserved(Mode.INFERENCE, batch);
        ReferenceBinding binding = ReferenceBinding.of(
                parameters, programs.of(Mode.INFERENCE), options, new StepInput(options.seed(), batch));
        InferenceKernels kernels = new InferenceKernels(binding.kernels());
        return new ReferenceSession.Inference(programs.inference(kernels), binding.imageInput(), binding.output());
    }

    private void requireReserved(Mode mode, int batch) {
        if (!reserved.contains(new Key(mode, batch))) {
            throw new IllegalStateException("a " + mode + " batch of " + batch + " was not reserved");
        }
    }
}
