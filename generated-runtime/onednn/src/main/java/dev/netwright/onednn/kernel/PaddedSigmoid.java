package dev.netwright.onednn.kernel;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Binary;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.plan.onednn.CostTable;
import java.util.Arrays;

/**
 * The sigmoid or hard sigmoid where a block has channels that the tensor doesn't have: they have to stay 0, but the function of 0 is 1/2,
 * and the library knows only reference code for that. Here it is a sum and the function in one primitive, which takes the channels of the
 * block for real ones: those that the tensor has get 0 added, the others so little that their function is 0.
 */
public final class PaddedSigmoid {
    /** Its power of e is 0 in float32. */
    private static final float FAR_BELOW = -1e30f;

    private PaddedSigmoid() {}

    static void add(KernelBuilder kernel, ActivationFunction function, Tensor x, Tensor y) {
        long[] dimensions = x.layout().dimensions();
        if (dimensions[1] <= CostTable.AVX2_BLOCK && x.layout().isSameAs(Layout.narrow(dimensions))) {
            addToRows(kernel, function, x, y);
        } else {
            addToBlocks(kernel, function, x, y);
        }
    }

    /** Of one block of 8 channels, an image as a row, because the library has no code for such a block beside wider ones. */
    private static void addToRows(KernelBuilder kernel, ActivationFunction function, Tensor x, Tensor y) {
        long[] dimensions = x.layout().dimensions();
        float[] shifts = new float[Math.toIntExact(CostTable.AVX2_BLOCK * dimensions[2] * dimensions[3])];
        for (int i = 0; i < shifts.length; i++) {
            shifts[i] = i % CostTable.AVX2_BLOCK < dimensions[1] ? 0 : FAR_BELOW;
        }
        Tensor shift = kernel.plan().constant(Layout.plain(1, shifts.length), shifts);
        add(kernel, function, Layout.plain(dimensions[0], shifts.length), x, y, shift);
    }

    private static void addToBlocks(KernelBuilder kernel, ActivationFunction function, Tensor x, Tensor y) {
        long[] dimensions = x.layout().dimensions();
        int channels = Math.toIntExact(dimensions[1]);
        int block = OneDnn.loaded().block();
        dimensions[1] = (dimensions[1] + block - 1) / block * block;
        Layout whole = Layout.blocked(dimensions);
        if (whole.bytes() != x.layout().bytes()) {
            throw new IllegalStateException("expected blocks of " + block + " channels, found " + x.layout());
        }
        float[] shifts = new float[Math.toIntExact(dimensions[1])];
        Arrays.fill(shifts, channels, shifts.length, FAR_BELOW);
        Tensor shift = kernel.plan().constant(Layout.blocked(1, dimensions[1], 1, 1), shifts);
        add(kernel, function, whole, x, y, shift);
    }

    private static void add(
            KernelBuilder kernel, ActivationFunction function, Layout whole, Tensor x, Tensor y, Tensor shift) {
        Binary.sum(kernel.forward(), new Tensor(whole, x.place()), shift, new Tensor(whole, y.place()), function);
    }
}
