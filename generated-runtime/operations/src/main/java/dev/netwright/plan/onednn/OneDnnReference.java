package dev.netwright.plan.onednn;

import dev.netwright.operation.Convolution;
import dev.netwright.operation.Layer;
import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.ParameterSpec;
import dev.netwright.operation.Program;
import dev.netwright.operation.Saturating;
import dev.netwright.operation.TransposedConvolution;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The reference machine for which a generated class states its memory: oneDNN's kernels on a CPU with AVX2 and two
 * threads.
 *
 * <p>Operations are planned in order, like kernels when a program is bound. With K kernels, kernel i runs forward at
 * moment i and backward at moment 2K - 1 - i. One arena holds what each moment needs.
 */
public final class OneDnnReference {
    /** The machine's name in generated classes, model cards and messages. */
    public static final String NAME = "oneDNN, AVX2, two threads";

    /** The number of threads that share a primitive's work. */
    static final int THREADS = 2;

    /** Two batches between which memory already grows linearly with the number of images. */
    private static final int LARGE_BATCH = 32;

    private static final int LARGER_BATCH = 64;

    /** Memory of larger batches is extrapolated linearly, so that no number overflows. */
    private static final int LARGEST_PLANNED_BATCH = 1 << 16;

    private OneDnnReference() {}

    /**
     * The memory of one of a network's programs.
     *
     * @param network the network
     * @param mode which of its programs
     * @param batch the number of images in a step, at least 1
     * @return the memory in bytes
     * @throws IllegalArgumentException if {@code batch} is below 1
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
     * The memory of a training step: the binding for the batch, parameters, their gradients and an optimizer's states.
     *
     * @param network the network
     * @param batch the number of images, at least 1
     * @param states the number of values that the optimizer keeps for each parameter: 1 with momentum, 2 with Adam
     * @return the bytes, at most {@link Long#MAX_VALUE}
     */
    public static long trainingBytes(NetworkLayers network, long batch, int states) {
        return bytes(network, Mode.TRAINING, batch, memory -> memory.trainingBytes(states));
    }

    /**
     * The memory of a prediction: the binding for the batch, and parameters.
     *
     * @param network the network
     * @param batch the number of images, at least 1
     * @return the bytes, at most {@link Long#MAX_VALUE}
     */
    public static long inferenceBytes(NetworkLayers network, long batch) {
        return bytes(network, Mode.INFERENCE, batch, ReferenceMemory::inferenceBytes);
    }

    /**
     * The memory that one more image adds to a large batch. In small batches the library chooses other code, and memory
     * grows irregularly.
     *
     * @param network the network
     * @param mode which of its programs
     * @return the bytes, averaged over batches from 32 to 64
     */
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

    /** Only a convolution's weights are stored in blocks, which zeros may fill up. */
    private static long bytes(Layer layer, ParameterSpec tensor) {
        if (tensor.role() != ParameterSpec.Role.CONVOLUTION_WEIGHT) {
            return tensor.size() * Float.BYTES;
        }
        return layer instanceof TransposedConvolution transposed
                ? TransposedKernel.stored(transposed).bytes()
                : ConvolutionKernel.stored((Convolution) layer).bytes();
    }
}
