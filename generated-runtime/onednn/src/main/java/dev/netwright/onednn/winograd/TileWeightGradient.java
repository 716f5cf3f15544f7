package dev.netwright.onednn.winograd;

import dev.netwright.onednn.library.KernelThreads;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.FixedPlace;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Pass;
import dev.netwright.onednn.step.PlannedStep;
import dev.netwright.onednn.step.Step;
import dev.netwright.plan.onednn.Tiling;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * The weights' gradient of a convolution of stride 1 by minimal filtering, {@code dg = P [ sum over tiles of (H y H^T) (B^T d B) ] P^T}: the
 * tiles of the output's gradient are kernels whose outputs are the weights' r x r values. A chunk of tiles is transformed by all threads, then
 * each frequency's sum is one product of one thread, and chunks are added in their order. So no sum depends on the number of threads.
 */
public final class TileWeightGradient implements PlannedStep {
    private final TileWeightProduct product;
    private final Tiling tiling;
    private final Tensor source;
    private final Tensor gradient;
    private final Tensor target;
    private final TileConvolution.Border border;
    private final SessionBuffers buffers;
    private final Tensor inputTiles;
    private final Tensor outputTiles;
    private final Tensor sums;
    private final List<Slot> slots = new ArrayList<>();

    /** What one thread has in native memory: a product that is to be added, and what the library needs. */
    private record Slot(Tensor more, Tensor scratch) {}

    /**
     * Plans it.
     *
     * @param pass in which it runs
     * @param source the convolution's input in blocks of channels
     * @param gradient of the output, in blocks of channels
     * @param target the weights' gradient in blocks of channels
     */
    public TileWeightGradient(
            Pass pass,
            TileWeightProduct product,
            Tensor source,
            Tensor gradient,
            Tensor target,
            TileConvolution.Border border,
            SessionBuffers buffers) {
        this.product = product;
        this.source = source;
        this.gradient = gradient;
        this.target = target;
        this.border = border;
        this.buffers = buffers;
        tiling = product.tiling();
        inputTiles = pass.scratch(floats((long) tiling.frequencies() * tiling.inputs() * tiling.tilesOfChunk()));
        outputTiles = pass.scratch(floats((long) tiling.frequencies() * tiling.outputs() * tiling.tilesOfChunk()));
        sums = pass.scratch(floats(tiling.weightFloats()));
        for (int i = 0; i < TileThreads.count(); i++) {
            slots.add(new Slot(pass.scratch(product.product()), pass.scratch(product.scratch())));
        }
        slots.forEach(slot -> List.of(slot.more, slot.scratch).forEach(pass::needs));
        List.of(source, gradient, target, inputTiles, outputTiles, sums).forEach(pass::needs);
    }

    private static Layout floats(long count) {
        return Layout.plain(count);
    }

    @Override
    public List<String> implementations() {
        return List.of("winograd with " + product.implementation());
    }

    @Override
    public Step bind(BindingMemory memory) {
        Chunks chunks = new Chunks();
        List<TileThreads.Share> transforms = new ArrayList<>();
        List<TileThreads.Share> products = new ArrayList<>();
        List<TileThreads.Share> ends = new ArrayList<>();
        KernelThreads.leaveTeam();
        try {
            for (int i = 0; i < slots.size(); i++) {
                transforms.add(new TileThreads.Share(transform(chunks, i, memory)));
                products.add(new TileThreads.Share(product(chunks, slots.get(i), memory)));
                ends.add(new TileThreads.Share(new WeightGradientEnd(
                        tiling, buffer(sums, memory), buffer(target, memory), chunks.next, buffers.weights(i))));
            }
        } finally {
            KernelThreads.joinTeam();
        }
        return () -> {
            for (chunks.chunk = 0; chunks.chunk < tiling.chunks(); chunks.chunk++) {
                chunks.next.set(0);
                TileThreads.run(transforms);
                chunks.next.set(0);
                TileThreads.run(products);
            }
            chunks.next.set(0);
            TileThreads.run(ends);
        };
    }

    /** Where a step is: the chunk, and what of it no thread has begun yet. */
    private static final class Chunks {
        private final AtomicInteger next = new AtomicInteger();
        private int chunk;
    }

    private Runnable transform(Chunks chunks, int thread, BindingMemory memory) {
        TileInput input = new TileInput(
                tiling,
                border,
                size(source),
                buffer(source, memory),
                buffer(inputTiles, memory),
                tiling.tilesOfChunk(),
                buffers.inputs(thread));
        TileGradient output = new TileGradient(
                tiling,
                size(gradient),
                buffer(gradient, memory),
                buffer(outputTiles, memory),
                buffers.gradients(thread));
        return () -> {
            input.begin();
            int blocks = tiling.blocksOfChunk();
            int first = chunks.chunk * blocks;
            for (int block = chunks.next.getAndIncrement(); block < blocks; block = chunks.next.getAndIncrement()) {
                input.transform(first + block, block);
                output.transform(first + block, block);
            }
        };
    }

    private Runnable product(Chunks chunks, Slot slot, BindingMemory memory) {
        IntFunction<Tensor> sumOf = frequency -> part(sums, product.product(), frequency, memory);
        List<Step> first = new ArrayList<>();
        List<Step> later = new ArrayList<>();
        for (int frequency = 0; frequency < tiling.frequencies(); frequency++) {
            Tensor input = part(inputTiles, product.input(), frequency, memory);
            Tensor output = part(outputTiles, product.output(), frequency, memory);
            first.add(product.over(input, output, sumOf.apply(frequency), slot.scratch)
                    .bind(memory));
            later.add(product.over(input, output, slot.more, slot.scratch).bind(memory));
        }
        FloatBuffer sum = buffer(sums, memory);
        FloatBuffer more = buffer(slot.more, memory);
        int length = tiling.inputs() * tiling.outputs();
        float[] left = new float[tiling.chunks() > 1 ? length : 0];
        float[] right = new float[left.length];
        return () -> {
            for (int f = chunks.next.getAndIncrement(); f < tiling.frequencies(); f = chunks.next.getAndIncrement()) {
                if (chunks.chunk == 0) {
                    first.get(f).run();
                } else {
                    later.get(f).run();
                    sum.get(f * length, left);
                    more.get(0, right);
                    Transforms.add(left, right, length);
                    sum.put(f * length, left);
                }
            }
        };
    }

    /** One frequency of a tensor that has one after the other. */
    private static Tensor part(Tensor all, Layout layout, int frequency, BindingMemory memory) {
        BytePointer start = new BytePointer(all.place().in(memory));
        return new Tensor(layout, new FixedPlace(() -> start.getPointer(frequency * layout.bytes())));
    }

    private static TileConvolution.Size size(Tensor images) {
        return TileConvolution.size(images);
    }

    private static FloatBuffer buffer(Tensor tensor, BindingMemory memory) {
        return new FloatPointer(tensor.place().in(memory))
                .capacity(tensor.layout().bytes() / Float.BYTES)
                .asBuffer();
    }
}
