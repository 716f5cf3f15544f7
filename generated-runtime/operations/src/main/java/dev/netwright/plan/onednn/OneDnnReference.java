package dev.netwright.plan.onednn;

import dev.netwright.operation.Convolution;
import dev.netwright.operation.Layer;
import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.ParameterSpec;
import dev.netwright.operation.Program;
import java.util.List;

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
        long statistics = network.layers().mapToLong(layer -> bytes(layer, false)).sum();
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
