package dev.netwright.onednn.winograd;

import dev.netwright.onednn.library.KernelThreads;
import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Pass;
import dev.netwright.onednn.step.PlannedStep;
import dev.netwright.onednn.step.Step;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A convolution of stride 1 by minimal filtering, {@code Y = A^T [ (G g G^T) (B^T d B) ] A} for each tile (Lavin and Gray, 2016, equation 13):
 * a block of tiles is transformed, multiplied and transformed back by one thread while it is in that thread's cache. No result depends on
 * the number of threads, since each tile is computed by itself.
 */
public final class TileConvolution implements PlannedStep {
    private final TileProduct product;
    private final Tensor source;
    private final Tensor weights;
    private final Tensor target;
    private final Ending ending;
    private final Border border;
    private final List<Slot> slots = new ArrayList<>();
    private final SessionBuffers buffers;

    /** What one thread has in native memory. */
    private record Slot(Tensor tiles, Tensor products, Tensor scratch) {}

    /** Rows and columns of zeros above and left of the input. */
    public record Border(int top, int left) {}

    /**
     * What is done with a result of the transforms.
     *
     * @param bias of each output channel, which is added
     * @param isAdded whether what the target holds is added too
     * @param isRectified whether the sum is 0 where it would be less
     */
    public record Ending(Optional<Tensor> bias, boolean isAdded, boolean isRectified) {
        /** Nothing. */
        public static final Ending NONE = new Ending(Optional.empty(), false, false);
    }

    /**
     * Plans it.
     *
     * @param pass in which it runs
     * @param source images in blocks of channels
     * @param weights transformed, as {@link TileProduct#weights} has them
     * @param target images in blocks of channels
     */
    public TileConvolution(
            Pass pass,
            TileProduct product,
            Tensor source,
            Tensor weights,
            Tensor target,
            Ending ending,
            Border border,
            SessionBuffers buffers) {
        this.product = product;
        this.source = source;
        this.weights = weights;
        this.target = target;
        this.ending = ending;
        this.border = border;
        this.buffers = buffers;
        int threads = Math.min(TileThreads.count(), product.tiling().blocks());
        for (int i = 0; i < threads; i++) {
            slots.add(new Slot(
                    pass.scratch(product.inputTiles()),
                    pass.scratch(product.outputTiles()),
                    pass.scratch(product.scratch())));
        }
        slots.forEach(slot -> List.of(slot.tiles, slot.products, slot.scratch).forEach(pass::needs));
        pass.needs(source);
        pass.needs(weights);
        pass.needs(target);
        ending.bias().ifPresent(pass::needs);
    }

    @Override
    public List<String> implementations() {
        return List.of("winograd with " + product.implementation());
    }

    @Override
    public Step bind(BindingMemory memory) {
        AtomicInteger next = new AtomicInteger();
        FloatBuffer x = floats(source, memory);
        FloatBuffer y = floats(target, memory);
        Optional<FloatBuffer> shift = ending.bias().map(tensor -> floats(tensor, memory));
        List<TileThreads.Share> shares = new ArrayList<>();
        KernelThreads.leaveTeam();
        try {
            for (int i = 0; i < slots.size(); i++) {
                Slot slot = slots.get(i);
                Step products = product.over(slot.tiles, weights, slot.products, slot.scratch)
                        .bind(memory);
                TileInput input = new TileInput(
                        product.tiling(),
                        border,
                        size(source),
                        x,
                        floats(slot.tiles, memory),
                        product.tiling().tilesOfBlock(),
                        buffers.inputs(i));
                TileOutput output = new TileOutput(
                        product.tiling(),
                        size(target),
                        floats(slot.products, memory),
                        shift,
                        ending,
                        y,
                        buffers.inputs(i));
                shares.add(new TileThreads.Share(() -> work(next, input, products, output)));
            }
        } finally {
            KernelThreads.joinTeam();
        }
        List<TileThreads.Share> all = List.copyOf(shares);
        return () -> {
            next.set(0);
            TileThreads.run(all);
        };
    }

    private void work(AtomicInteger next, TileInput input, Step products, TileOutput output) {
        input.begin();
        int blocks = product.tiling().blocks();
        for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
            input.transform(block, 0);
            products.run();
            output.transform(block);
        }
    }

    /** Rows and columns of a tensor of images. */
    record Size(int height, int width) {}

    /** The rows and columns of images. */
    static Size size(Tensor images) {
        long[] dimensions = images.layout().dimensions();
        return new Size((int) dimensions[2], (int) dimensions[3]);
    }

    private static FloatBuffer floats(Tensor tensor, BindingMemory memory) {
        return new FloatPointer(tensor.place().in(memory))
                .capacity(tensor.layout().bytes() / Float.BYTES)
                .asBuffer();
    }
}
