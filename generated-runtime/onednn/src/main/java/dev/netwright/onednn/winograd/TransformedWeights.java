package dev.netwright.onednn.winograd;

import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Pass;
import dev.netwright.onednn.step.PlannedStep;
import dev.netwright.onednn.step.Step;
import dev.netwright.plan.onednn.Tiling;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * {@code U = G g G^T} for each pair of channels: weights in blocks of channels become a matrix for each frequency, in the same blocks.
 */
public final class TransformedWeights {
    private final Tiling tiling;
    private final boolean isReversed;

    /** Channels of a block. */
    private final int lanes = OneDnn.loaded().block();

    private final FloatBuffer stored;
    private final FloatBuffer transformed;

    private TransformedWeights(Tiling tiling, boolean isReversed, Pointer stored, Pointer transformed) {
        this.tiling = tiling;
        this.isReversed = isReversed;
        this.stored = floats(stored, (long) tiling.side() * tiling.side() * tiling.inputs() * tiling.outputs());
        this.transformed = floats(transformed, tiling.weightFloats());
    }

    /** Transforms weights at once, in this thread. */
    public static void transform(Tiling tiling, Pointer stored, Pointer transformed) {
        TransformedWeights weights = new TransformedWeights(tiling, false, stored, transformed);
        weights.new Worker(new AtomicInteger(), new WeightBuffers()).run();
    }

    /**
     * A step that transforms weights.
     *
     * @param stored in blocks of channels; of a convolution that computes the input's gradient with the inputs of a block next to each other
     * @param isReversed whether the convolution computes the input's gradient: its outputs are the stored inputs, and the kernel is turned
     *     half around
     */
    public static PlannedStep step(
            Pass pass, Tiling tiling, Tensor stored, Tensor transformed, boolean isReversed, SessionBuffers buffers) {
        pass.needs(stored);
        pass.needs(transformed);
        return memory -> bind(memory, tiling, stored, transformed, isReversed, buffers);
    }

    private static Step bind(
            BindingMemory memory,
            Tiling tiling,
            Tensor stored,
            Tensor transformed,
            boolean isReversed,
            SessionBuffers buffers) {
        AtomicInteger next = new AtomicInteger();
        List<TileThreads.Share> shares = new ArrayList<>();
        int blocks = tiling.outputs() / OneDnn.loaded().block();
        for (int i = 0; i < Math.min(TileThreads.count(), blocks); i++) {
            TransformedWeights weights = new TransformedWeights(
                    tiling,
                    isReversed,
                    stored.place().in(memory),
                    transformed.place().in(memory));
            shares.add(new TileThreads.Share(weights.new Worker(next, buffers.weights(i))));
        }
        List<TileThreads.Share> all = List.copyOf(shares);
        return () -> {
            next.set(0);
            TileThreads.run(all);
        };
    }

    /** One thread's share: a block of output channels and all inputs at a time. */
    private final class Worker implements Runnable {
        private final AtomicInteger next;
        private final int pairs = lanes * lanes;
        private final int length = tiling.inputs() * lanes;
        private final WeightBuffers buffers;
        private final float[][] columnOfKernel = new float[tiling.side()][];
        private final double[][] matrix = Transforms.of(tiling).weights(tiling.side());

        Worker(AtomicInteger next, WeightBuffers buffers) {
            this.next = next;
            this.buffers = buffers;
            buffers.reserve(length, tiling.side());
        }

        @Override
        public void run() {
            int blocks = tiling.outputs() / lanes;
            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                load(block);
                transform(block);
            }
        }

        private void load(int block) {
            int side = tiling.side();
            int inputs = tiling.inputs() / lanes;
            int outputs = tiling.outputs() / lanes;
            for (int input = 0; input < inputs; input++) {
                int at = (isReversed ? input * outputs + block : block * inputs + input) * side * side;
                for (int place = 0; place < side * side; place++) {
                    int turned = isReversed ? side * side - 1 - place : place;
                    float[] values = buffers.places[place / side][place % side];
                    stored.get((at + turned) * pairs, values, input * pairs, pairs);
                }
            }
        }

        private void transform(int block) {
            for (int column = 0; column < tiling.side(); column++) {
                for (int row = 0; row < tiling.side(); row++) {
                    columnOfKernel[row] = buffers.places[row][column];
                }
                for (int row = 0; row < tiling.reach(); row++) {
                    Transforms.combine(columnOfKernel, matrix[row], buffers.halfway[row][column], length);
                }
            }
            int outputs = tiling.outputs() / lanes;
            for (int row = 0; row < tiling.reach(); row++) {
                for (int column = 0; column < tiling.reach(); column++) {
                    float[] result = buffers.frequencies[row][column];
                    Transforms.combine(buffers.halfway[row], matrix[column], result, length);
                    int frequency = row * tiling.reach() + column;
                    transformed.put((frequency * outputs + block) * length, result, 0, length);
                }
            }
        }
    }

    private static FloatBuffer floats(Pointer start, long length) {
        return new FloatPointer(start).capacity(length).asBuffer();
    }
}
