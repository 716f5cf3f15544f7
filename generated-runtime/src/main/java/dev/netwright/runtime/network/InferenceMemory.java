package dev.netwright.runtime.network;

import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.Mode;
import dev.netwright.runtime.kernel.Workspace;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The forward pass of one network. Each concurrent call has memory of its own, kept for the next call of the same batch size. */
final class InferenceMemory {
    private final NetworkType<?> type;
    private final NetworkState state;
    private final Map<Integer, Deque<Workspace>> idle = new ConcurrentHashMap<>();

    InferenceMemory(NetworkType<?> type, NetworkState state) {
        this.type = type;
        this.state = state;
    }

    /** The logits of a batch of images, one row for each. */
    float[] logits(float[] images, int batch) {
        if (batch < 1) {
            throw new IllegalArgumentException("a batch has at least 1 image, found " + batch);
        }
        float[] logits = new float[Math.multiplyExact(batch, type.classes())];
        Deque<Workspace> known = idle.computeIfAbsent(batch, size -> new ConcurrentLinkedDeque<>());
        Workspace workspace = known.pollFirst();
        if (workspace == null) {
            workspace = state.kernels().workspace(state.parameters(), type.programs(), 0);
            workspace.reserve(Mode.INFERENCE, batch);
        }
        try {
            InferenceSession session = workspace.inference(batch);
            session.load(images);
            session.program().forward();
            session.logits(logits);
        } finally {
            known.addFirst(workspace);
        }
        return logits;
    }

    void close() {
        for (Deque<Workspace> workspaces : idle.values()) {
            workspaces.forEach(Workspace::close);
            workspaces.clear();
        }
    }
}
