package dev.netwright.onednn.image;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.PlannedStep;
import dev.netwright.onednn.step.Step;
import dev.netwright.runtime.engine.session.StepClock;
import dev.netwright.runtime.random.RandomStream;
import java.nio.FloatBuffer;
import java.util.Optional;

/** {@link dev.netwright.operation.StochasticDepth}: {@code y[n] = x[n] m[n]}, with factors that forward draws and backward reads again. */
public final class ImageStochasticDepth implements ImageLayer {
    private final StepClock clock;
    private final int stream;
    private final float keepProbability;
    private final float[] factors;
    private final ImageBuffers buffers;

    /**
     * A layer of one binding.
     *
     * @param clock of the binding
     * @param rate the probability that an image is dropped
     * @param position the number of layers before it that draw random numbers
     * @param buffers of the session
     */
    public ImageStochasticDepth(StepClock clock, double rate, int position, ImageBuffers buffers) {
        this.clock = clock;
        this.buffers = buffers;
        stream = RandomStream.dropout(position);
        keepProbability = (float) (1 - rate);
        factors = new float[clock.batch()];
    }

    /** An image has one factor whatever its layout, and what fills up a block stays 0. */
    @Override
    public Layout layout(Layout given) {
        return given;
    }

    @Override
    public PlannedStep forward(Tensor x, Tensor y) {
        return memory -> {
            Step product = product(x, y, memory);
            return () -> {
                clock.random().fillDropoutMask(stream, clock.step(), keepProbability, factors, factors.length);
                product.run();
            };
        };
    }

    @Override
    public PlannedStep backward(Tensor x, Tensor g, Optional<Tensor> target) {
        return memory -> product(g, target.orElseThrow(), memory);
    }

    private Step product(Tensor from, Tensor to, BindingMemory memory) {
        int size = Math.toIntExact(from.layout().bytes() / Float.BYTES / factors.length);
        Chunks chunks = Chunks.of(new Stretches(factors.length, 1, 1, size));
        FloatBuffer source = Stretches.floats(from, memory);
        FloatBuffer target = Stretches.floats(to, memory);
        return new Parts(chunks.parts(), chunks.images().values(), thread -> {
            buffers.reserve(thread, chunks.values());
            return part -> multiply(chunks, part, source, buffers.of(thread)[0], target);
        });
    }

    private void multiply(Chunks chunks, int part, FloatBuffer from, float[] values, FloatBuffer to) {
        for (int chunk = chunks.first(part); chunk < chunks.first(part + 1); chunk++) {
            chunks.load(from, chunk, values);
            Lanes.multiply(values, factors[chunks.image(chunk)], chunks.length(chunk));
            chunks.store(values, chunk, to);
        }
    }
}
