package dev.netwright.nd4j;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.ShortSums;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.Pow;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;
import org.nd4j.linalg.api.ops.impl.transforms.same.Negative;

/**
 * Batch norm in training: {@code y = f(gamma (x - mean) / sqrt(var + epsilon) + beta)} with the batch's own statistics,
 * the variance from the centred values, never as a difference of two large numbers.
 *
 * <p>Backward, with {@code c = x - mean}, {@code r = 1 / sqrt(var + epsilon)} and means over the batch:
 * {@code gradBeta = m mean(g)}, {@code gradGamma = m r mean(g c)},
 * {@code gradInput = gamma r (g - mean(g) - c r^2 mean(g c))}. ND4J's {@code batchnorm_bp} computes the same in three
 * times the time.
 */
final class Nd4jBatchNorm {
    private final NormTensors tensors;
    private final NormStatistics statistics;
    private final NormMemory memory;
    private final BackendPolicy policy;

    Nd4jBatchNorm(NormTensors tensors, NormStatistics statistics, NormMemory memory, BackendPolicy policy) {
        this.tensors = tensors;
        this.statistics = statistics;
        this.memory = memory;
        this.policy = policy;
    }

    /** The kernel between two activations of one shape. */
    PreparedKernel bind(String norm, Nd4jActivation input, Nd4jActivation output, ActivationFunction function) {
        return new PreparedKernel(norm, forward(input, output, function), backward(input, output, function));
    }

    private List<PreparedStep> forward(Nd4jActivation input, Nd4jActivation output, ActivationFunction function) {
        INDArray x = input.value();
        INDArray centred = memory.first();
        INDArray squares = memory.second();
        INDArray mean = memory.channel(0);
        INDArray variance = memory.channel(1);
        INDArray scale = memory.channel(2);
        INDArray normalized = ImageViews.isDense(output.value()) ? output.value() : centred;
        List<PreparedStep> steps = new ArrayList<>(memory.mean().of(x, mean));
        steps.addAll(centred(x, mean, centred));
        if (ShortSums.areNeeded((long) valuesPerChannel(x))) {
            // The mean of many numbers far from 0 is off by some units in the last place, which the distances from it
            // show.
            INDArray rest = variance;
            steps.addAll(memory.mean().of(centred, rest));
            steps.add(Elementwise.binary("add", mean, rest, mean, policy));
            steps.addAll(centred(x, mean, centred));
        }
        steps.add(Elementwise.binary("multiply", centred, centred, squares, policy));
        steps.addAll(memory.mean().of(squares, variance));
        steps.add(NativeCall.legacy(new ScalarAdd(variance, null, memory.inverseDeviation(), statistics.epsilon())));
        steps.add(NativeCall.legacy(new Pow(memory.inverseDeviation(), memory.inverseDeviation(), -0.5)));
        steps.add(Elementwise.binary("multiply", memory.inverseDeviation(), tensors.gamma(), scale, policy));
        steps.add(ChannelScale.multiply(centred, scale, normalized, policy));
        steps.add(ChannelScale.add(normalized, tensors.beta(), normalized, policy));
        steps.addAll(InPlaceActivation.forward(function, normalized, memory.scratch(), policy));
        steps.add(Elementwise.copy(normalized, output.value(), policy));
        steps.addAll(movedTowards(tensors.runningMean(), mean, statistics.momentum()));
        steps.addAll(movedTowards(tensors.runningVariance(), variance, statistics.varianceShare(valuesPerChannel(x))));
        return steps;
    }

    private List<PreparedStep> centred(INDArray x, INDArray mean, INDArray centred) {
        return List.of(
                NativeCall.legacy(new Negative(mean, memory.negativeMean())),
                ChannelScale.add(x, memory.negativeMean(), centred, policy));
    }

    /** {@code running = (1 - momentum) running + factor batch}. */
    private List<PreparedStep> movedTowards(INDArray running, INDArray batch, double factor) {
        return List.of(
                NativeCall.legacy(new ScalarMultiplication(running, null, running, 1 - statistics.momentum())),
                NativeCall.legacy(new Axpy(batch, running, running, factor)));
    }

    private List<PreparedStep> backward(Nd4jActivation input, Nd4jActivation output, ActivationFunction function) {
        INDArray g = output.gradient();
        INDArray centred = memory.first();
        INDArray products = memory.second();
        INDArray meanGradient = memory.channel(0);
        INDArray meanProduct = memory.channel(1);
        double count = valuesPerChannel(g);
        List<PreparedStep> steps = new ArrayList<>(InPlaceActivation.backward(function, output.value(), g, policy));
        steps.add(ChannelScale.add(input.value(), memory.negativeMean(), centred, policy));
        steps.add(Elementwise.binary("multiply", g, centred, products, policy));
        steps.addAll(memory.mean().of(products, meanProduct));
        steps.addAll(memory.mean().of(g, meanGradient));
        steps.add(NativeCall.legacy(new ScalarMultiplication(meanGradient, null, tensors.betaGradient(), count)));
        steps.add(Elementwise.binary("multiply", meanProduct, memory.inverseDeviation(), meanProduct, policy));
        steps.add(NativeCall.legacy(new ScalarMultiplication(meanProduct, null, tensors.gammaGradient(), count)));
        if (input.hasGradient()) {
            steps.addAll(inputGradient(g, input.gradient()));
        }
        return steps;
    }

    /**
     * From {@code mean(g)} and {@code r mean(g c)}: {@code (gamma r) g - (gamma r r mean(g c) r) c - gamma r mean(g)}.
     */
    private List<PreparedStep> inputGradient(INDArray g, INDArray gradInput) {
        INDArray centred = memory.first();
        INDArray scaled = memory.second();
        INDArray offset = memory.channel(0);
        INDArray slope = memory.channel(1);
        INDArray scale = memory.channel(2);
        return List.of(
                Elementwise.binary("multiply", memory.inverseDeviation(), tensors.gamma(), scale, policy),
                Elementwise.binary("multiply", slope, memory.inverseDeviation(), slope, policy),
                Elementwise.binary("multiply", slope, scale, slope, policy),
                Elementwise.binary("multiply", offset, scale, offset, policy),
                NativeCall.legacy(new Negative(offset, offset)),
                ChannelScale.multiply(centred, slope, centred, policy),
                ChannelScale.multiply(g, scale, scaled, policy),
                ChannelScale.add(scaled, offset, scaled, policy),
                Elementwise.binary("subtract", scaled, centred, gradInput, policy));
    }

    private static double valuesPerChannel(INDArray x) {
        return (double) x.length() / x.size(1);
    }
}
