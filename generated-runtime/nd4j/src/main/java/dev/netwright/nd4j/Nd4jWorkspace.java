package dev.netwright.nd4j;

import dev.netwright.operation.Mode;
import dev.netwright.runtime.engine.session.HostSession;
import dev.netwright.runtime.engine.session.StepClock;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.BoundBytes;
import dev.netwright.runtime.kernel.InferenceKernels;
import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.TrainingKernels;
import dev.netwright.runtime.kernel.TrainingProgram;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One arena and one scratchpad for all bindings, as large as the largest needs. */
final class Nd4jWorkspace implements Workspace {
    private final Nd4jParameters parameters;
    private final Programs programs;
    private final BindingOptions options;
    private final BackendPolicy policy;
    private final Map<Key, BindingSizes> bindingSizes = new LinkedHashMap<>();
    private final Map<Integer, TrainingSession> trainingSessions = new HashMap<>();
    private final Map<Integer, InferenceSession> inferenceSessions = new HashMap<>();
    private final List<AutoCloseable> bindings = new ArrayList<>();
    private @Nullable WorkspaceMemory memory;

    private record Key(Mode mode, int batch) {
        @Override
        public String toString() {
            return "a " + mode.name().toLowerCase(Locale.ROOT) + " batch of " + batch;
        }
    }

    Nd4jWorkspace(Nd4jParameters parameters, Programs programs, BindingOptions options, BackendPolicy policy) {
        this.parameters = parameters;
        this.programs = programs;
        this.options = options;
        this.policy = policy;
    }

    @Override
    public void reserve(Mode mode, int batch) {
        KernelThreads.enter();
        if (memory != null) {
            throw new IllegalStateException("memory is allocated already; reserve every batch size before a session");
        }
        if (batch < 1) {
            throw new IllegalArgumentException("a batch has at least 1 image, found " + batch);
        }
        bindingSizes.computeIfAbsent(
                new Key(mode, batch), key -> BindingSizes.of(programs.of(mode), batch, parameters.table(), options));
    }

    @Override
    public TrainingSession training(int batch) {
        KernelThreads.enter();
        return trainingSessions.computeIfAbsent(batch, this::openTraining);
    }

    @Override
    public InferenceSession inference(int batch) {
        KernelThreads.enter();
        return inferenceSessions.computeIfAbsent(batch, this::openInference);
    }

    @Override
    public BoundBytes boundBytes() {
        BindingSizes largest = bindingSizes.values().stream()
                .max(Comparator.comparingLong(sizes -> sizes.plan().arenaBytes()))
                .orElseThrow(() -> new IllegalStateException("nothing is reserved"));
        long live = largest.plan().largestLiveBytes();
        return new BoundBytes(
                live,
                largest.plan().arenaBytes() - live,
                Float.BYTES
                        * bindingSizes.values().stream()
                                .mapToLong(BindingSizes::hostFloats)
                                .sum(),
                Float.BYTES * (most(BindingSizes::scratchFloats) + most(BindingSizes::gradientFloats)));
    }

    @Override
    public long transientBytes() {
        return Float.BYTES * most(BindingSizes::passingFloats);
    }

    @Override
    public void close() {
        try {
            for (AutoCloseable binding : bindings) {
                binding.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("a binding's memory can't be freed", e);
        }
        if (memory != null) {
            memory.close();
        }
    }

    private TrainingSession openTraining(int batch) {
        StepClock clock = new StepClock(options.seed(), batch);
        Nd4jBinding binding = bind(Mode.TRAINING, batch, clock);
        TrainingProgram program = programs.training(TrainingKernels.bound(
                Nd4jKernelSet.NAME, programs.of(Mode.TRAINING), binding.kernels(), binding.losses()));
        INDArray images = binding.images();
        return new HostSession.Training(
                program, KernelThreads::enter, policy.hostArray(images), imageSize(images), binding.targets(), clock);
    }

    private InferenceSession openInference(int batch) {
        Nd4jBinding binding = bind(Mode.INFERENCE, batch, new StepClock(options.seed(), batch));
        INDArray images = binding.images();
        return new HostSession.Inference(
                programs.inference(
                        InferenceKernels.bound(Nd4jKernelSet.NAME, programs.of(Mode.INFERENCE), binding.kernels())),
                KernelThreads::enter,
                policy.hostArray(images),
                policy.hostArray(binding.output()),
                imageSize(images),
                batch);
    }

    private Nd4jBinding bind(Mode mode, int batch, StepClock clock) {
        BindingSizes sizes = bindingSizes.get(new Key(mode, batch));
        if (sizes == null) {
            throw new IllegalStateException("a " + mode + " batch of " + batch + " was not reserved");
        }
        Nd4jBinding binding = new Nd4jBinding(parameters, sizes, allocated(), clock, options, policy);
        bindings.add(binding);
        return binding;
    }

    private WorkspaceMemory allocated() {
        if (memory == null) {
            memory = new WorkspaceMemory(
                    FlatArray.zeros(
                            "activations of " + batches(),
                            most(sizes -> sizes.plan().arenaBytes()) / Float.BYTES),
                    new Scratch(FlatArray.zeros("scratch of " + batches(), most(BindingSizes::scratchFloats))),
                    new Scratch(FlatArray.zeros("gradients of " + batches(), most(BindingSizes::gradientFloats))));
        }
        return memory;
    }

    /** For messages. */
    private String batches() {
        return bindingSizes.keySet().stream().map(Key::toString).collect(Collectors.joining(" and "));
    }

    private long most(ToLongFunction<BindingSizes> floats) {
        return bindingSizes.values().stream().mapToLong(floats).max().orElse(0);
    }

    private static int imageSize(INDArray images) {
        return Math.toIntExact(images.length() / images.size(0));
    }
}
