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
 * {@link dev.netwright.operation.GroupNorm}: {@code y = gamma xhat + beta} with {@code xhat = (x - mean) / sqrt(var + epsilon)} over the
 * channels and pixels of a group. The means and deviations of each image's groups last from forward to backward, in double.
 */
public final class ImageGroupNorm implements ImageLayer {
    private final NormTensors tensors;
    private final int groups;
    private final double epsilon;
    private final ImageBuffers buffers;
    private final GroupStatistics statistics;

    /**
     * A layer of one binding.
     *
     * @param tensors gamma, beta and their gradients
     * @param groups which divide the channels
     * @param epsilon the number added to the variance
     * @param images in a batch
     * @param buffers of the session
     */
    public ImageGroupNorm(NormTensors tensors, int groups, double epsilon, int images, ImageBuffers buffers) {
        this.tensors = tensors;
        this.groups = groups;
        this.epsilon = epsilon;
        this.buffers = buffers;
        statistics = new GroupStatistics(images, groups);
    }

    @Override
    public PlannedStep forward(Tensor x, Tensor y) {
        return memory -> new Forward(x, y, memory).step();
    }

    @Override
    public PlannedStep backward(Tensor x, Tensor g, Optional<Tensor> target) {
        return memory -> new Backward(x, g, target, memory).step();
    }

    private final class Forward {
        private final GroupUnits units;
        private final FloatBuffer x;
        private final FloatBuffer y;
        private final HostVector gamma;
        private final HostVector beta;

        Forward(Tensor x, Tensor y, BindingMemory memory) {
            units = GroupUnits.of(Stretches.of(x.layout()), groups);
            this.x = Stretches.floats(x, memory);
            this.y = Stretches.floats(y, memory);
            gamma = HostVector.of(tensors.gamma(), memory);
            beta = HostVector.of(tensors.beta(), memory);
        }

        Step step() {
            Parts parts = new Parts(units.parts(), units.images().values(), thread -> {
                buffers.reserve(thread, units.values());
                UnitSums sums = new UnitSums(units);
                return part -> compute(part, sums, buffers.of(thread));
            });
            return () -> {
                gamma.read();
                beta.read();
                parts.run();
            };
        }

        private void compute(int part, UnitSums sums, float[][] room) {
            for (int image = units.firstImage(part); image < units.endImage(part); image++) {
                int unit = units.unit(part);
                measure(image, unit, sums, room);
                normalize(image, unit, sums, room);
            }
        }

        /** Computes mean and deviation of each of a unit's groups: the sums first, and then the squares of what is left. */
        private void measure(int image, int unit, UnitSums sums, float[][] room) {
            sums.clear();
            for (int pixel = 0; pixel < units.pixels(); pixel += units.pixelsOfChunk()) {
                units.load(x, image, unit, pixel, room[0]);
                sums.add(room[0], pixel);
            }
            for (int i = 0; i < units.groups(); i++) {
                statistics.setMean(image, units.group(unit, i), sums.ofGroup(i) / units.valuesOfGroup());
            }
            spreadMeans(image, unit, sums, room);
            sums.clear();
            for (int pixel = 0; pixel < units.pixels(); pixel += units.pixelsOfChunk()) {
                int length = units.load(x, image, unit, pixel, room[0]);
                units.centre(room[0], room[1], room[2], pixel);
                Lanes.multiply(room[0], room[0], room[0], length);
                sums.add(room[0], pixel);
            }
            for (int i = 0; i < units.groups(); i++) {
                double variance = sums.ofGroup(i) / units.valuesOfGroup();
                statistics.setFactor(image, units.group(unit, i), 1 / Math.sqrt(variance + epsilon));
            }
        }

        private void normalize(int image, int unit, UnitSums sums, float[][] room) {
            float[] numbers = sums.numbers();
            for (int c = 0; c < numbers.length; c++) {
                numbers[c] = (float)
                        (gamma.values()[units.channel(unit, c)] * statistics.factor(image, units.groupOf(unit, c)));
            }
            units.spread(numbers, room[3]);
            for (int c = 0; c < numbers.length; c++) {
                numbers[c] = beta.values()[units.channel(unit, c)];
            }
            units.spread(numbers, room[4]);
            for (int pixel = 0; pixel < units.pixels(); pixel += units.pixelsOfChunk()) {
                units.load(x, image, unit, pixel, room[0]);
                units.centre(room[0], room[1], room[2], pixel);
                units.scaleAndShift(room[0], room[3], room[4], pixel);
                units.store(room[0], image, unit, pixel, y);
            }
        }
    }

    /** A unit's means, as floats and what these lack, in all of their channels' places. */
    private void spreadMeans(int image, int unit, UnitSums sums, float[][] room) {
        GroupUnits units = sums.units();
        float[] numbers = sums.numbers();
        for (int c = 0; c < numbers.length; c++) {
            numbers[c] = (float) statistics.mean(image, units.groupOf(unit, c));
        }
        units.spread(numbers, room[1]);
        for (int c = 0; c < numbers.length; c++) {
            double mean = statistics.mean(image, units.groupOf(unit, c));
            numbers[c] = (float) (mean - (float) mean);
        }
        units.spread(numbers, room[2]);
    }

    /** {@code gradInput = (g gamma - mean of g gamma - xhat mean of g gamma xhat) / sqrt(var + epsilon)}, means over the group. */
    private final class Backward {
        private final GroupUnits units;
        private final FloatBuffer x;
        private final FloatBuffer g;
        private final Optional<FloatBuffer> target;
        private final HostVector gamma;
        private final HostVector gammaGradient;
        private final HostVector betaGradient;
        private final ChannelSums gammaSums;
        private final ChannelSums betaSums;

        Backward(Tensor x, Tensor g, Optional<Tensor> target, BindingMemory memory) {
            units = GroupUnits.of(Stretches.of(x.layout()), groups);
            this.x = Stretches.floats(x, memory);
            this.g = Stretches.floats(g, memory);
            this.target = target.map(tensor -> Stretches.floats(tensor, memory));
            gamma = HostVector.of(tensors.gamma(), memory);
            gammaGradient = HostVector.of(tensors.gammaGradient(), memory);
            betaGradient = HostVector.of(tensors.betaGradient(), memory);
            gammaSums = new ChannelSums(units.ranges(), units.images().channels());
            betaSums = new ChannelSums(units.ranges(), units.images().channels());
        }

        Step step() {
            Parts parts = new Parts(units.parts(), units.images().values(), thread -> {
                buffers.reserve(thread, units.values());
                UnitSums ofGradients = new UnitSums(units);
                UnitSums ofProducts = new UnitSums(units);
                return part -> compute(part, ofGradients, ofProducts, buffers.of(thread));
            });
            return () -> {
                gamma.read();
                parts.run();
                gammaSums.write(gammaGradient);
                betaSums.write(betaGradient);
            };
        }

        private void compute(int part, UnitSums ofGradients, UnitSums ofProducts, float[][] room) {
            int unit = units.unit(part);
            double[] ofGamma = gammaSums.of(units.range(part));
            double[] ofBeta = betaSums.of(units.range(part));
            int first = units.channel(unit, 0);
            Arrays.fill(ofGamma, first, first + units.channels(), 0);
            Arrays.fill(ofBeta, first, first + units.channels(), 0);
            for (int image = units.firstImage(part); image < units.endImage(part); image++) {
                spreadMeans(image, unit, ofGradients, room);
                addUp(image, unit, ofGradients, ofProducts, room);
                for (int c = 0; c < units.channels(); c++) {
                    ofGamma[first + c] += ofProducts.ofChannel(c) * statistics.factor(image, units.groupOf(unit, c));
                    ofBeta[first + c] += ofGradients.ofChannel(c);
                }
                if (target.isPresent()) {
                    differentiate(image, unit, ofGradients, ofProducts, room, target.get());
                }
            }
        }

        /** Computes the sums of {@code g} and of {@code g (x - mean)} of each of a unit's channels. */
        private void addUp(int image, int unit, UnitSums ofGradients, UnitSums ofProducts, float[][] room) {
            ofGradients.clear();
            ofProducts.clear();
            for (int pixel = 0; pixel < units.pixels(); pixel += units.pixelsOfChunk()) {
                int length = units.load(x, image, unit, pixel, room[0]);
                units.centre(room[0], room[1], room[2], pixel);
                units.load(g, image, unit, pixel, room[3]);
                Lanes.multiply(room[0], room[3], room[0], length);
                ofProducts.add(room[0], pixel);
                ofGradients.add(room[3], pixel);
            }
        }

        /** With {@code r = 1 / sqrt(var + epsilon)}: {@code g gamma r - (x - mean) r^3 mean of g gamma (x - mean) - r mean of g gamma}. */
        private void differentiate(
                int image, int unit, UnitSums ofGradients, UnitSums ofProducts, float[][] room, FloatBuffer to) {
            float[] numbers = ofGradients.numbers();
            for (int i = 0; i < units.groups(); i++) {
                double gradients =
                        ofGradients.ofGroup(i, gamma.values(), units.channel(unit, 0)) / units.valuesOfGroup();
                double products = ofProducts.ofGroup(i, gamma.values(), units.channel(unit, 0)) / units.valuesOfGroup();
                double factor = statistics.factor(image, units.group(unit, i));
                ofGradients.setOfGroup(i, -factor * gradients);
                ofProducts.setOfGroup(i, -factor * factor * factor * products);
            }
            for (int c = 0; c < numbers.length; c++) {
                numbers[c] = (float)
                        (gamma.values()[units.channel(unit, c)] * statistics.factor(image, units.groupOf(unit, c)));
            }
            units.spread(numbers, room[4]);
            ofGradients.spreadChannels(room[5]);
            ofProducts.spreadChannels(room[6]);
            for (int pixel = 0; pixel < units.pixels(); pixel += units.pixelsOfChunk()) {
                units.load(x, image, unit, pixel, room[0]);
                units.centre(room[0], room[1], room[2], pixel);
                units.load(g, image, unit, pixel, room[3]);
                units.scaleAndShift(room[3], room[4], room[5], pixel);
                units.addScaled(room[3], room[0], room[6], pixel);
                units.store(room[3], image, unit, pixel, to);
            }
        }
    }
}
