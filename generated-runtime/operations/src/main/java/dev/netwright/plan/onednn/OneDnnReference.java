package dev.netwright.plan.onednn;

import dev.netwright.operation.Convolution;
import dev.netwright.operation.Layer;
import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.ParameterSpec;
import dev.netwright.operation.Program;
import dev.netwright.operation.Saturating;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The machine for which a generated class states its memory: oneDNN's kernels on a CPU with AVX2 and two threads.
 *
 * <p>Operations are planned in order, as the kernels are when a program is bound: forward of kernel i is moment i of 2K, its backward
 * moment 2K - 1 - i, and one arena holds what lives at each.
 */
public final class OneDnnReference {
    /** What a class, its card and messages call it. */
    public static final String NAME = "oneDNN, AVX2, two threads";

    /** Threads that share a primitive's work. */
    static final int THREADS = 2;

    /** Two batches between which memory grows by as much for each image as beyond them. */
    private static final int LARGE_BATCH = 32;

    private static final int LARGER_BATCH = 64;

    /** Beyond it, memory is said to grow evenly, so that no number overflows. */
    private static final int LARGEST_PLANNED_BATCH = 1 << 16;

    private OneDnnReference() {}

    /**
     * Memory of one of a network's programs.
     *
     * @param batch images of a step, at least 1
     */
    public static ReferenceMemory of(NetworkLayers network, Mode mode, int batch) {
        if (batch < 1) {
            throw new IllegalArgumentException("a batch has at least 1 image, found " + batch);
        }
        Program program = network.program(mode);
        Ledger ledger = Kernels.plan(program, batch);
        long arenaBytes = ledger.arena().assign();
        long weights = network.layers().mapToLong(layer -> bytes(layer, true)).sum();
        long statistics =
                network.layers().mapToLong(layer -> bytes(layer, false)).sum();
        int kernels = program.operations().size() + program.losses().size();
        return new ReferenceMemory(
                program.isTraining() ? 2 * kernels : kernels,
                arenaBytes,
                ledger.arena().largestLiveBytes(),
                ledger.ownBytes(),
                weights,
                statistics,
                ledger.used());
    }

    /**
     * Bytes of a training step: what is bound for the batch, parameters, their gradients and an optimizer's states;
     * {@link Long#MAX_VALUE} if there are more.
     *
     * @param batch at least 1
     * @param states numbers that the optimizer keeps for each parameter: 1 with momentum, 2 with Adam
     */
    public static long trainingBytes(NetworkLayers network, long batch, int states) {
        return bytes(network, Mode.TRAINING, batch, memory -> memory.trainingBytes(states));
    }

    /**
     * Bytes of a prediction: what is bound for the batch, and parameters; {@link Long#MAX_VALUE} if there are more.
     *
     * @param batch at least 1
     */
    public static long inferenceBytes(NetworkLayers network, long batch) {
        return bytes(network, Mode.INFERENCE, batch, ReferenceMemory::inferenceBytes);
    }

    /** Bytes that one more image adds to a large batch. Small ones take other ways, and don't grow evenly. */
    public static long bytesPerImage(NetworkLayers network, Mode mode) {
        long added = of(network, mode, LARGER_BATCH).bindingBytes()
                - of(network, mode, LARGE_BATCH).bindingBytes();
        return added / (LARGER_BATCH - LARGE_BATCH);
    }

    private static long bytes(NetworkLayers network, Mode mode, long batch, ToLongFunction<ReferenceMemory> all) {
        if (batch <= LARGEST_PLANNED_BATCH) {
            return all.applyAsLong(of(network, mode, Math.toIntExact(batch)));
        }
        long more = Saturating.product(batch - LARGEST_PLANNED_BATCH, bytesPerImage(network, mode));
        return Saturating.sum(all.applyAsLong(of(network, mode, LARGEST_PLANNED_BATCH)), more);
    }

    private static long bytes(Layer layer, boolean trainable) {
        List<ParameterSpec> tensors = layer.parameters();
        return tensors.stream()
                .filter(tensor -> tensor.role().isTrainable() == trainable)
                .mapToLong(tensor -> Ledger.aligned(bytes(layer, tensor)))
                .sum();
    }

    /** Only a convolution's weights lie in blocks, which may be filled up. */
    private static long bytes(Layer layer, ParameterSpec tensor) {
        return layer instanceof Convolution convolution && tensor.role() == ParameterSpec.Role.CONVOLUTION_WEIGHT
                ? ConvolutionKernel.stored(convolution).bytes()
                : tensor.size() * Float.BYTES;
    }
}
