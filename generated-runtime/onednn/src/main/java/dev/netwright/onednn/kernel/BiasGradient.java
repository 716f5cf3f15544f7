package dev.netwright.onednn.kernel;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.memory.HostVector;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Pass;
import dev.netwright.onednn.step.PieceMeans;
import dev.netwright.onednn.step.Pieces;
import dev.netwright.operation.ShortSums;
import java.util.Arrays;

/** {@code gradBias = sum of g} over batch and map, in {@link Pieces}: the library's convolutions add float by float. */
public final class BiasGradient {
    private BiasGradient() {}

    /** Whether the library's own sum over so many images and such a map would be long. */
    static boolean isLong(Layout gradient) {
        long[] dimensions = gradient.dimensions();
        return ShortSums.areNeeded(dimensions[0] * dimensions[2] * dimensions[3]);
    }

    /** Adds the sum of a convolution's output's gradient. */
    static void add(Pass pass, Tensor gradient, Tensor target) {
        Layout layout = Pieces.layout(gradient.layout());
        Tensor g = pass.in(layout, gradient);
        Pieces pieces = Pieces.of(layout);
        Tensor means = pass.scratch(pieces.vector(pieces.blocks()));
        PieceMeans.add(pass, pieces, g, means);
        double[] sums = new double[pieces.filledChannels()];
        pass.host(
                memory -> {
                    HostVector found = HostVector.of(means, memory);
                    HostVector sum = HostVector.of(target, memory);
                    return () -> {
                        Arrays.fill(sums, 0);
                        pieces.addTo(sums, found.read());
                        for (int c = 0; c < sum.values().length; c++) {
                            sum.values()[c] = (float) (sums[c] * pieces.length());
                        }
                        sum.write();
                    };
                },
                means,
                target);
    }
}
