package dev.netwright.onednn.image;

import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.HostVector;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.PlannedStep;
import dev.netwright.onednn.step.Step;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * {@link dev.netwright.operation.LayerScale}: {@code y = x s} with a factor for each channel.
 *
 * @param factors s
 * @param gradient where backward writes the gradient of s; s itself in an inference program
 * @param buffers of the session
 */
public record ImageLayerScale(Tensor factors, Tensor gradient, ImageBuffers buffers) implements ImageLayer {
    @Override
    public PlannedStep forward(Tensor x, Tensor y) {
        return memory -> new Scaling(this, x, y, memory).step();
    }

    @Override
    public PlannedStep backward(Tensor x, Tensor g, Optional<Tensor> target) {
        return memory -> {
            Step sums = new Sums(this, x, g, memory).step();
            Optional<Step> scaling = target.map(tensor -> new Scaling(this, g, tensor, memory).step());
            return () -> {
                sums.run();
                scaling.ifPresent(Step::run);
            };
        };
    }

    /** {@code to = from s}. */
    private static final class Scaling {
        private final ImageBuffers buffers;
        private final Chunks chunks;
        private final FloatBuffer from;
        private final FloatBuffer to;
        private final SpreadVector factors;

        Scaling(ImageLayerScale layer, Tensor from, Tensor to, BindingMemory memory) {
            buffers = layer.buffers;
            chunks = Chunks.of(Stretches.of(from.layout()));
            this.from = Stretches.floats(from, memory);
            this.to = Stretches.floats(to, memory);
            factors = SpreadVector.of(layer.factors, chunks, memory);
        }

        Step step() {
            Parts parts = new Parts(chunks.parts(), chunks.images().values(), thread -> {
                buffers.reserve(thread, chunks.values());
                return part -> compute(part, buffers.of(thread)[0]);
            });
            return () -> {
                factors.read();
                parts.run();
            };
        }

        private void compute(int part, float[] values) {
            for (int chunk = chunks.first(part); chunk < chunks.first(part + 1); chunk++) {
                int length = chunks.length(chunk);
                chunks.load(from, chunk, values);
                for (int s = 0; s < chunks.images().count(); s++) {
                    Lanes.scale(values, s * length, factors.values(), factors.start(s), length);
                }
                chunks.store(values, chunk, to);
            }
        }
    }

    /** The sum of {@code g x} of each channel. */
    private static final class Sums {
        private final ImageBuffers buffers;
        private final Chunks chunks;
        private final FloatBuffer x;
        private final FloatBuffer g;
        private final HostVector gradient;
        private final ChannelSums sums;

        Sums(ImageLayerScale layer, Tensor x, Tensor g, BindingMemory memory) {
            buffers = layer.buffers;
            chunks = Chunks.of(Stretches.of(x.layout()));
            this.x = Stretches.floats(x, memory);
            this.g = Stretches.floats(g, memory);
            gradient = HostVector.of(layer.gradient, memory);
            sums = new ChannelSums(chunks.parts(), chunks.images().channels());
        }

        Step step() {
            Parts parts = new Parts(chunks.parts(), chunks.images().values(), thread -> {
                buffers.reserve(thread, chunks.values());
                return part -> compute(part, buffers.of(thread));
            });
            return () -> {
                parts.run();
                sums.write(gradient);
            };
        }

        private void compute(int part, float[][] room) {
            double[] ofPart = sums.of(part);
            Arrays.fill(ofPart, 0);
            for (int chunk = chunks.first(part); chunk < chunks.first(part + 1); chunk++) {
                chunks.load(x, chunk, room[0]);
                chunks.load(g, chunk, room[1]);
                Lanes.multiply(room[0], room[1], room[2], chunks.images().count() * chunks.length(chunk));
                chunks.addChannels(room[2], chunk, ofPart);
            }
        }
    }
}
