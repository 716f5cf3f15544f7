package dev.netwright.onednn.winograd;

import dev.netwright.onednn.library.OneDnn;
import dev.netwright.plan.onednn.Tiling;
import java.nio.FloatBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code dg = P W P^T} for each pair of channels: the sums of each frequency become the gradient of the weights as they lie. */
final class WeightGradientEnd implements Runnable {
    private final Tiling tiling;
    private final FloatBuffer sums;
    private final FloatBuffer target;
    private final AtomicInteger next;
    private final WeightBuffers buffers;

    /** Channels of a block. */
    private final int lanes = OneDnn.loaded().block();

    /** Floats of one frequency, or one place of the kernel, of a block of outputs. */
    private final int length;

    private final float[][] column = new float[Tiling.MOST_REACH][];
    private final double[][] powers;

    WeightGradientEnd(Tiling tiling, FloatBuffer sums, FloatBuffer target, AtomicInteger next, WeightBuffers buffers) {
        this.tiling = tiling;
        this.sums = sums;
        this.target = target;
        this.next = next;
        this.buffers = buffers;
        length = tiling.inputs() * lanes;
        powers = Transforms.of(tiling).powers(tiling.side());
        buffers.reserve(length, tiling.side());
    }

    @Override
    public void run() {
        int blocks = tiling.outputs() / lanes;
        int stored = length * tiling.side() * tiling.side();
        for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
            for (int frequency = 0; frequency < tiling.frequencies(); frequency++) {
                float[] values = buffers.frequencies[frequency / tiling.reach()][frequency % tiling.reach()];
                sums.get((frequency * blocks + block) * length, values, 0, length);
            }
            transform();
            target.put(block * stored, buffers.stored, 0, stored);
        }
    }

    private void transform() {
        int side = tiling.side();
        for (int x = 0; x < tiling.reach(); x++) {
            for (int row = 0; row < tiling.reach(); row++) {
                column[row] = buffers.frequencies[row][x];
            }
            for (int y = 0; y < side; y++) {
                Transforms.combine(column, powers[y], buffers.halfway[y][x], length);
            }
        }
        int pairs = lanes * lanes;
        for (int place = 0; place < side * side; place++) {
            float[] values = buffers.places[place / side][place % side];
            Transforms.combine(buffers.halfway[place / side], powers[place % side], values, length);
            for (int input = 0; input < tiling.inputs() / lanes; input++) {
                int to = (input * side * side + place) * pairs;
                System.arraycopy(values, input * pairs, buffers.stored, to, pairs);
            }
        }
    }
}
