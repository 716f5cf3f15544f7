package dev.netwright.runtime.network;

import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.training.MemoryCheck;

/** Memory for batches of one network, compared with what is left before any of it is taken. */
final class BatchMemory {
    private final NetworkType<?> type;
    private final NetworkState state;

    BatchMemory(NetworkType<?> type, NetworkState state) {
        this.type = type;
        this.state = state;
    }

    /** A workspace in which a batch is planned; it takes memory when its session is opened. */
    Workspace planned(Mode mode, int batch, long seed) {
        return planned(type.whole(), mode, batch, seed);
    }

    /** The same for a forward pass. */
    Workspace planned(ForwardPass pass, int batch) {
        return planned(pass, Mode.INFERENCE, batch, 0);
    }

    private Workspace planned(ForwardPass pass, Mode mode, int batch, long seed) {
        requireArray(pass, batch);
        Workspace workspace = state.kernels().workspace(state.parameters(), pass.programs(), seed);
        try {
            workspace.reserve(mode, batch);
            return workspace;
        } catch (RuntimeException | Error e) {
            workspace.close();
            throw e;
        }
    }

    /**
     * A workspace for forward passes.
     *
     * @throws dev.netwright.runtime.machine.InsufficientMemoryException if there is too little memory, naming a batch that fits
     */
    Workspace forInference(ForwardPass pass, int batch) {
        return required(pass, Mode.INFERENCE, batch, 0, 0);
    }

    /**
     * A workspace for training steps.
     *
     * @throws dev.netwright.runtime.machine.InsufficientMemoryException if there is too little memory for it, the gradients and the
     *     optimizer's state, naming a batch that fits
     */
    Workspace forTraining(int batch, UpdateRule rule, long seed) {
        ParameterTable table = type.parameters();
        return required(type.whole(), Mode.TRAINING, batch, seed, Float.BYTES * table.size() * (1L + rule.states()));
    }

    /** Bytes of a forward pass's workspace, and of the library's while it runs. */
    long bytes(ForwardPass pass, int batch) {
        return bytes(pass, Mode.INFERENCE, batch);
    }

    private long bytes(ForwardPass pass, Mode mode, int batch) {
        try (Workspace workspace = planned(pass, mode, batch, 0)) {
            return bytes(workspace);
        }
    }

    private static long bytes(Workspace workspace) {
        return workspace.boundBytes().total() + workspace.transientBytes();
    }

    private Workspace required(ForwardPass pass, Mode mode, int batch, long seed, long besideBytes) {
        Workspace workspace = planned(pass, mode, batch, seed);
        try {
            long own = bytes(workspace);
            MemoryCheck.require(
                    type.name(), batch, size -> besideBytes + (size == batch ? own : bytes(pass, mode, size)));
            return workspace;
        } catch (RuntimeException | Error e) {
            workspace.close();
            throw e;
        }
    }

    /** Rejects a batch whose images or answers don't fit into one array. */
    void requireArray(ForwardPass pass, int batch) {
        if (batch < 1) {
            throw new IllegalArgumentException("a batch has at least 1 image, found " + batch);
        }
        int most = Integer.MAX_VALUE / Math.max(type.images().size(), pass.size());
        if (batch > most) {
            throw new IllegalArgumentException(
                    "a batch of " + batch + " images of " + type.images().size()
                            + " values is more than a Java array can hold; choose a batch of at most " + most);
        }
    }
}
