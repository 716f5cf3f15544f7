package dev.netwright.onednn.winograd;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The arrays of a session's threads, which all of its kernels use in turn. */
public final class SessionBuffers {
    private final List<TileBuffers> inputs = new ArrayList<>();
    private final List<TileBuffers> gradients = new ArrayList<>();
    private final List<WeightBuffers> weights = new ArrayList<>();

    /** Of tiles of the input and of products, by the thread's number among a kernel's shares. */
    TileBuffers inputs(int thread) {
        return of(inputs, thread, TileBuffers::new);
    }

    /** Of tiles of the output's gradient, which would overwrite the zeros of the input's border. */
    TileBuffers gradients(int thread) {
        return of(gradients, thread, TileBuffers::new);
    }

    WeightBuffers weights(int thread) {
        return of(weights, thread, WeightBuffers::new);
    }

    private static <B> B of(List<B> buffers, int thread, Supplier<B> maker) {
        while (buffers.size() <= thread) {
            buffers.add(maker.get());
        }
        return buffers.get(thread);
    }
}
