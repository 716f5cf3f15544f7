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
 * {@link dev.netwright.operation.LayerNorm}: {@code y = gamma xhat + beta} with {@code xhat = (x - mean) / sqrt(var + epsilon)} over the
 * channels of each pixel. Backward computes xhat again from x, which takes less than to keep numbers for each pixel.
 *
 * @param tensors gamma, beta and their gradients
 * @param epsilon the number added to the variance
 * @param buffers of the session
 */
public record ImageLayerNorm(NormTensors tensors, double epsilon, ImageBuffers buffers) implements ImageLayer {
    @Override
    public PlannedStep forward(Tensor x, Tensor y) {
        return memory -> new Forward(this, x, y, memory).step();
    }

    @Override
    public PlannedStep backward(Tensor x, Tensor g, Optional<Tensor> target) {
        return memory -> new Backward(this, x, g, target, memory).step();
    }

    private static final class Forward {
        private final ImageBuffers buffers;
        private final Chunks chunks;
        private final FloatBuffer x;
        private final FloatBuffer y;
        private final SpreadVector gamma;
        private final SpreadVector beta;
        private final double epsilon;

        Forward(ImageLayerNorm layer, Tensor x, Tensor y, BindingMemory memory) {
            buffers = layer.buffers;
            epsilon = layer.epsilon;
            chunks = Chunks.of(Stretches.of(x.layout()));
            this.x = Stretches.floats(x, memory);
            this.y = Stretches.floats(y, memory);
            gamma = SpreadVector.of(layer.tensors.gamma(), chunks, memory);
            beta = SpreadVector.of(layer.tensors.beta(), chunks, memory);
        }

        Step step() {
            Parts parts = new Parts(chunks.parts(), chunks.images().values(), thread -> {
                buffers.reserve(thread, chunks.values());
                PixelNorm norm = new PixelNorm(chunks, epsilon);
                return part -> compute(part, norm, buffers.of(thread));
            });
            return () -> {
                gamma.read();
                beta.read();
                parts.run();
            };
        }

        private void compute(int part, PixelNorm norm, float[][] room) {
            float[] values = room[0];
            for (int chunk = chunks.first(part); chunk < chunks.first(part + 1); chunk++) {
                int length = chunks.length(chunk);
                chunks.load(x, chunk, values);
                norm.normalize(values, chunks.pixels(chunk), room[1], room[2], room[3]);
                for (int s = 0; s < chunks.images().count(); s++) {
                    Lanes.scaleAndShift(values, s * length, gamma.values(), beta.values(), gamma.start(s), length);
                }
                chunks.store(values, chunk, y);
            }
        }
    }

    /** {@code gradInput = (g gamma - mean of g gamma - xhat mean of g gamma xhat) / sqrt(var + epsilon)}, means over the channels. */
    private static final class Backward {
        private final ImageBuffers buffers;
        private final Chunks chunks;
        private final FloatBuffer x;
        private final FloatBuffer g;
        private final Optional<FloatBuffer> target;
        private final SpreadVector gamma;
        private final HostVector gammaGradient;
        private final HostVector betaGradient;
        private final ChannelSums gammaSums;
        private final ChannelSums betaSums;
        private final double epsilon;

        Backward(ImageLayerNorm layer, Tensor x, Tensor g, Optional<Tensor> target, BindingMemory memory) {
            buffers = layer.buffers;
            epsilon = layer.epsilon;
            chunks = Chunks.of(Stretches.of(x.layout()));
            this.x = Stretches.floats(x, memory);
            this.g = Stretches.floats(g, memory);
            this.target = target.map(tensor -> Stretches.floats(tensor, memory));
            gamma = SpreadVector.of(layer.tensors.gamma(), chunks, memory);
            gammaGradient = HostVector.of(layer.tensors.gammaGradient(), memory);
            betaGradient = HostVector.of(layer.tensors.betaGradient(), memory);
            gammaSums = new ChannelSums(chunks.parts(), chunks.images().channels());
            betaSums = new ChannelSums(chunks.parts(), chunks.images().channels());
        }

        Step step() {
            Parts parts = new Parts(chunks.parts(), chunks.images().values(), thread -> {
                buffers.reserve(thread, chunks.values());
                PixelNorm norm = new PixelNorm(chunks, epsilon);
                PixelGradient gradient = new PixelGradient(chunks, gamma);
                return part -> compute(part, norm, gradient, buffers.of(thread));
            });
            return () -> {
                gamma.read();
                parts.run();
                gammaSums.write(gammaGradient);
                betaSums.write(betaGradient);
            };
        }

        private void compute(int part, PixelNorm norm, PixelGradient gradient, float[][] room) {
            float[] normalized = room[0];
            float[] gradients = room[1];
            float[] products = room[2];
            double[] ofGamma = gammaSums.of(part);
            double[] ofBeta = betaSums.of(part);
            Arrays.fill(ofGamma, 0);
            Arrays.fill(ofBeta, 0);
            for (int chunk = chunks.first(part); chunk < chunks.first(part + 1); chunk++) {
                int pixels = chunks.pixels(chunk);
                chunks.load(x, chunk, normalized);
                norm.normalize(normalized, pixels, room[3], room[4], room[5]);
                chunks.load(g, chunk, gradients);
                Lanes.multiply(gradients, normalized, products, chunks.images().channels() * pixels);
                chunks.addChannels(products, chunk, ofGamma);
                System.arraycopy(gradients, 0, products, 0, chunks.images().channels() * pixels);
                chunks.addChannels(products, chunk, ofBeta);
                if (target.isPresent()) {
                    gradient.compute(normalized, gradients, pixels, room[3], room[4], room[5]);
                    chunks.store(gradients, chunk, target.get());
                }
            }
        }
    }

    /** The gradient of a chunk's values before they were normalized. */
    private static final class PixelGradient {
        private final Stretches images;
        private final SpreadVector gamma;
        private final PixelSums means;
        private final PixelSums products;
        private final float[] numbers;

        PixelGradient(Chunks chunks, SpreadVector gamma) {
            images = chunks.images();
            this.gamma = gamma;
            means = new PixelSums(chunks);
            products = new PixelSums(chunks);
            numbers = new float[chunks.pixels()];
        }

        /** Replaces the gradients of the output by those of the input. */
        void compute(float[] normalized, float[] gradients, int pixels, float[] factors, float[] shift, float[] slope) {
            int length = pixels * images.width();
            for (int s = 0; s < images.count(); s++) {
                Lanes.scale(gradients, s * length, gamma.values(), gamma.start(s), length);
            }
            means.of(gradients, pixels, shift);
            products.ofProducts(gradients, normalized, pixels, shift);
            spread(means, pixels, shift);
            spread(products, pixels, slope);
            for (int s = 0; s < images.count(); s++) {
                for (int i = 0; i < length; i++) {
                    int at = s * length + i;
                    gradients[at] = factors[i] * (gradients[at] - shift[i] - normalized[at] * slope[i]);
                }
            }
        }

        private void spread(PixelSums sums, int pixels, float[] to) {
            for (int p = 0; p < pixels; p++) {
                numbers[p] = (float) sums.mean(p);
            }
            Lanes.spreadPixels(numbers, images.width(), pixels, to);
        }
    }
}
