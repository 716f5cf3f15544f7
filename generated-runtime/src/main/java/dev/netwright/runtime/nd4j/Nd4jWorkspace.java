package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.host.HostSession;
import dev.netwright.runtime.host.StepClock;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.BoundBytes;
import dev.netwright.runtime.kernel.InferenceProgram;
import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.Mode;
import dev.netwright.runtime.kernel.Programs;
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
    private final Map<Key, SlotLayout> layouts = new LinkedHashMap<>();
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
        layouts.computeIfAbsent(new Key(mode, batch), key -> {
            LayoutPass pass = new LayoutPass(parameters.table(), mode, batch, options.frozen());
            programs.describe(mode, pass);
            return pass.layout();
        });
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
        SlotLayout largest = layouts.values().stream()
                .max(Comparator.comparingLong(SlotLayout::slotFloats))
                .orElseThrow(() -> new IllegalStateException("nothing is reserved"));
        long hostFloats =
                layouts.values().stream().mapToLong(SlotLayout::hostFloats).sum();
        long besidePlan = layouts.values().stream()
                .mapToLong(SlotLayout::hostFloatsBesidePlan)
                .sum();
        long arenaSlots = largest.slotFloats() - largest.hostFloats();
        return new BoundBytes(
                Float.BYTES * largest.slotFloats(),
                Float.BYTES * (most(SlotLayout::arenaFloats) - arenaSlots),
                Float.BYTES * (hostFloats - largest.hostFloats() + besidePlan),
                Float.BYTES * (most(SlotLayout::scratchFloats) + most(SlotLayout::gradientFloats)));
    }

    @Override
    public long transientBytes() {
        return Float.BYTES * most(SlotLayout::passingFloats);
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
        MemoryPass pass = pass(Mode.TRAINING, batch, clock);
        TrainingProgram program = programs.training().apply(pass);
        INDArray images = pass.boundImages();
        return new HostSession.Training(
                program, KernelThreads::enter, policy.hostArray(images), imageSize(images), pass.boundTargets(), clock);
    }

    private InferenceSession openInference(int batch) {
        MemoryPass pass = pass(Mode.INFERENCE, batch, new StepClock(options.seed(), batch));
        InferenceProgram program = programs.inference().apply(pass);
        INDArray images = pass.boundImages();
        return new HostSession.Inference(
                program,
                KernelThreads::enter,
                policy.hostArray(images),
                policy.hostArray(pass.boundLogits()),
                imageSize(images),
                batch);
    }

    private MemoryPass pass(Mode mode, int batch, StepClock clock) {
        SlotLayout layout = layouts.get(new Key(mode, batch));
        if (layout == null) {
            throw new IllegalStateException("a " + mode + " batch of " + batch + " was not reserved");
        }
        MemoryPass pass = new MemoryPass(parameters, layout, allocated(), mode, clock, options, policy);
        bindings.add(pass);
        return pass;
    }

    private WorkspaceMemory allocated() {
        if (memory == null) {
            memory = new WorkspaceMemory(
                    FlatArray.zeros("activations of " + batches(), most(SlotLayout::arenaFloats)),
                    new Scratch(FlatArray.zeros("scratch of " + batches(), most(SlotLayout::scratchFloats))),
                    new Scratch(FlatArray.zeros("gradients of " + batches(), most(SlotLayout::gradientFloats))));
        }
        return memory;
    }

    /** For messages. */
    private String batches() {
        return layouts.keySet().stream().map(Key::toString).collect(Collectors.joining(" and "));
    }

    private long most(ToLongFunction<SlotLayout> floats) {
        return layouts.values().stream().mapToLong(floats).max().orElse(0);
    }

    private static int imageSize(INDArray images) {
        return Math.toIntExact(images.length() / images.size(0));
    }
}
