package dev.netwright.onednn;

import dev.netwright.onednn.library.KernelThreads;
import dev.netwright.onednn.library.NativeObjects;
import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.NativeBytes;
import dev.netwright.onednn.parameter.OneDnnParameters;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.BoundBytes;
import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One arena that all bindings share, as large as the largest needs, and the memory that each binding has for itself.
 */
final class OneDnnWorkspace implements Workspace {
    private final OneDnnParameters parameters;
    private final Programs programs;
    private final BindingOptions options;
    private final NativeObjects objects = new NativeObjects();
    private final Map<Key, PlannedBinding> bindings = new LinkedHashMap<>();
    private final Map<Integer, TrainingSession> trainingSessions = new HashMap<>();
    private final Map<Integer, InferenceSession> inferenceSessions = new HashMap<>();
    private final Map<PlannedBinding, BindingMemory> memories = new HashMap<>();
    private final List<NativeBytes> own = new ArrayList<>();

    /** Whether training had begun when the inference sessions were bound, which read parameters at the addresses of that time. */
    private boolean isBoundToVector;

    private @Nullable NativeBytes arena;

    private record Key(Mode mode, int batch) {
        @Override
        public String toString() {
            return "a " + mode.name().toLowerCase(Locale.ROOT) + " batch of " + batch;
        }
    }

    OneDnnWorkspace(OneDnnParameters parameters, Programs programs, BindingOptions options) {
        this.parameters = parameters;
        this.programs = programs;
        this.options = options;
    }

    @Override
    public void reserve(Mode mode, int batch) {
        KernelThreads.enter();
        if (arena != null) {
            throw new IllegalStateException("memory is allocated already; reserve every batch size before a session");
        }
        if (batch < 1) {
            throw new IllegalArgumentException("a batch has at least 1 image, found " + batch);
        }
        Key key = new Key(mode, batch);
        if (!bindings.containsKey(key)) {
            objects.collect(() -> bindings.put(key, PlannedBinding.of(programs, parameters, mode, batch, options)));
        }
    }

    @Override
    public TrainingSession training(int batch) {
        KernelThreads.enter();
        TrainingSession session = trainingSessions.get(batch);
        if (session == null) {
            PlannedBinding binding = reserved(Mode.TRAINING, batch);
            parameters.keepAsVector();
            objects.collect(() -> trainingSessions.put(batch, binding.training(memory(binding))));
            session = trainingSessions.get(batch);
        }
        return opened(session);
    }

    @Override
    public InferenceSession inference(int batch) {
        KernelThreads.enter();
        if (isBoundToVector != parameters.isVector()) {
            inferenceSessions.clear();
            isBoundToVector = true;
        }
        InferenceSession session = inferenceSessions.get(batch);
        if (session == null) {
            PlannedBinding binding = reserved(Mode.INFERENCE, batch);
            binding.hold();
            objects.collect(() -> inferenceSessions.put(batch, binding.inference(memory(binding))));
            session = inferenceSessions.get(batch);
        }
        return opened(session);
    }

    @Override
    public BoundBytes boundBytes() {
        if (bindings.isEmpty()) {
            throw new IllegalStateException("nothing is reserved");
        }
        long arenaBytes = arenaBytes();
        long live = bindings.values().stream()
                .filter(binding -> binding.arenaBytes() == arenaBytes)
                .mapToLong(PlannedBinding::largestLiveBytes)
                .max()
                .orElse(0);
        long belonging = bindings.values().stream()
                .mapToLong(binding -> binding.ownBytes() + binding.weightBytes())
                .sum();
        return new BoundBytes(live, arenaBytes - live, belonging, 0);
    }

    @Override
    public long transientBytes() {
        return bindings.values().stream()
                .mapToLong(PlannedBinding::passingBytes)
                .max()
                .orElse(0);
    }

    /** The primitives that the library has chosen for a reserved binding. */
    ChosenPrimitives primitives(Mode mode, int batch) {
        PlannedBinding binding = reserved(mode, batch);
        return new ChosenPrimitives(binding.implementations(), binding.reorders());
    }

    @Override
    public void close() {
        bindings.values().forEach(PlannedBinding::release);
        objects.close();
        own.forEach(NativeBytes::close);
        if (arena != null) {
            arena.close();
        }
    }

    private PlannedBinding reserved(Mode mode, int batch) {
        PlannedBinding binding = bindings.get(new Key(mode, batch));
        if (binding == null) {
            throw new IllegalStateException("a " + mode + " batch of " + batch + " was not reserved");
        }
        return binding;
    }

    private BindingMemory memory(PlannedBinding binding) {
        return memories.computeIfAbsent(binding, missing -> {
            if (arena == null) {
                arena = NativeBytes.zeros("activations of " + batches(), arenaBytes());
            }
            NativeBytes belonging = NativeBytes.zeros("constants, images and outputs", binding.ownBytes());
            own.add(belonging);
            return BindingMemory.of(arena, belonging);
        });
    }

    /** The reserved batches, for messages. */
    private String batches() {
        return bindings.keySet().stream().map(Key::toString).collect(Collectors.joining(" and "));
    }

    private long arenaBytes() {
        return bindings.values().stream()
                .mapToLong(PlannedBinding::arenaBytes)
                .max()
                .orElse(0);
    }

    private static <S> S opened(@Nullable S session) {
        if (session == null) {
            throw new IllegalStateException("the session was not opened");
        }
        return session;
    }
}
