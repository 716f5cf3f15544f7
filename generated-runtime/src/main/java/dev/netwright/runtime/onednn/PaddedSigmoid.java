package dev.netwright.runtime.onednn;

import dev.netwright.runtime.kernel.ActivationFunction;
import java.util.Arrays;

/**
 * The sigmoid where a block has channels that the tensor doesn't have: they have to stay 0, but the sigmoid of 0 is 1/2, and the
 * library knows only reference code for that. Here it is a sum and the sigmoid in one primitive, which takes the channels of the block
 * for real ones: those that the tensor has get 0 added, the others so little that their sigmoid is 0.
 */
final class PaddedSigmoid {
    /** Its power of e is 0 in float32. */
    private static final float FAR_BELOW = -1e30f;

    private PaddedSigmoid() {}

    static void add(KernelBuilder kernel, Tensor x, Tensor y) {
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
        Binary.sum(
                kernel.forward(),
                new Tensor(whole, x.place()),
                shift,
                new Tensor(whole, y.place()),
                ActivationFunction.SIGMOID);
    }
}
