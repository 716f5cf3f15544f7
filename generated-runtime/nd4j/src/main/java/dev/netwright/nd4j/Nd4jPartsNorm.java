package dev.netwright.nd4j;

import dev.netwright.operation.Mode;
import dev.netwright.operation.Shape;
import dev.netwright.operation.ShortSums;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.Pow;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;

/**
 * Layer norm and group norm: {@code y = gamma xhat + beta} with {@code xhat = (x - mean) r}, {@code r = 1 / sqrt(var + epsilon)} of each
 * part of an image, the variance from the centred values.
 *
 * <p>Backward, with {@code s = g gamma} and means over a part: {@code gradBeta = sum of g}, {@code gradGamma = sum of g xhat},
 * {@code gradInput = r (s - mean(s) - xhat mean(s xhat))}. ND4J's {@code layer_norm} and its {@code layer_norm_bp} aren't used: they add
 * float by float.
 */
final class Nd4jPartsNorm {
    /** Intermediate results as large as the input. */
    private static final int WHOLE_ARRAYS = 3;

    private final NormedParts parts;
    private final double epsilon;
    private final LayerTensors tensors;
    private final Nd4jActivation input;
    private final Nd4jActivation output;
    private final INDArray mean;
    private final INDArray factor;
    private final Scratch scratch;
    private final BackendPolicy policy;
    private final AxisMean means;

    /**
     * A norm between two activations of one shape.
     *
     * @param kept of {@link NormedParts#keptFloats}: begins where mean and deviation are kept from forward to backward
     */
    Nd4jPartsNorm(
            NormedParts parts,
            double epsilon,
            LayerTensors tensors,
            Nd4jActivation input,
            Nd4jActivation output,
            KeptFloats kept,
            Scratch scratch,
            BackendPolicy policy) {
        this.parts = parts;
        this.epsilon = epsilon;
        this.tensors = tensors;
        this.input = input;
        this.output = output;
        this.scratch = scratch;
        this.policy = policy;
        long batch = input.value().size(0);
        long floats = FlatArray.aligned(parts.statistics(batch));
        mean = kept.view(0, batch, parts.groups(), 1, parts.columns());
        factor = kept.view(floats, batch, parts.groups(), 1, parts.columns());
        means = new AxisMean(scratch, behindWholes(), policy);
    }

    /** Where a kernel finds the floats that it keeps. */
    @FunctionalInterface
    interface KeptFloats {
        /** A dense view that starts at an offset. */
        INDArray view(long offset, long... shape);
    }

    /** Floats of scratch: those of {@link AxisMean}, of the channels' sums, of two means of a part, and of an inference program's statistics. */
    static long scratchFloats(NormedParts parts, int batch, Shape shape) {
        return statisticsOffset(parts, batch, shape) + parts.keptFloats(batch);
    }

    /** Where an inference program's mean and deviation begin in scratch. */
    static long statisticsOffset(NormedParts parts, int batch, Shape shape) {
        return WHOLE_ARRAYS * FlatArray.aligned((long) batch * shape.size())
                + Math.max(meanFloats(parts, batch), FlatArray.aligned(ChannelMean.scratchFloats(batch, shape)))
                + parts.keptFloats(batch);
    }

    private static long meanFloats(NormedParts parts, long batch) {
        return AxisMean.scratchFloats(batch * parts.groups(), parts.length(), parts.columns());
    }

    /** The kernel. */
    PreparedKernel bind(String layer, Mode mode) {
        return new PreparedKernel(layer, forward(), mode == Mode.TRAINING ? backward() : List.of());
    }

    private List<PreparedStep> forward() {
        INDArray x = input.value();
        INDArray centred = whole(0);
        INDArray squares = whole(1);
        INDArray normalized = ImageViews.isDense(output.value()) ? output.value() : centred;
        List<PreparedStep> steps = new ArrayList<>(means.of(parts.view(x), mean));
        steps.add(ofParts("subtract", x, mean, centred));
        if (ShortSums.areNeeded(parts.length())) {
            // The mean of many numbers far from 0 is off by some units in the last place, which the distances from it
            // show.
            steps.addAll(means.of(parts.view(centred), factor));
            steps.add(Elementwise.binary("add", mean, factor, mean, policy));
            steps.add(ofParts("subtract", x, mean, centred));
        }
        steps.add(Elementwise.binary("multiply", centred, centred, squares, policy));
        steps.addAll(means.of(parts.view(squares), factor));
        steps.add(NativeCall.legacy(new ScalarAdd(factor, null, factor, epsilon)));
        steps.add(NativeCall.legacy(new Pow(factor, factor, -0.5)));
        steps.add(ofParts("multiply", centred, factor, centred));
        steps.add(ChannelScale.multiply(centred, tensors.weight(), normalized, policy));
        steps.add(ChannelScale.add(normalized, tensors.bias(), normalized, policy));
        steps.add(Elementwise.copy(normalized, output.value(), policy));
        return steps;
    }

    private List<PreparedStep> backward() {
        INDArray g = output.gradient();
        INDArray normalized = whole(0);
        INDArray products = whole(1);
        ChannelMean channels = new ChannelMean(scratch, behindWholes(), policy);
        List<PreparedStep> steps = new ArrayList<>(List.of(
                ofParts("subtract", input.value(), mean, normalized),
                ofParts("multiply", normalized, factor, normalized),
                Elementwise.binary("multiply", g, normalized, products, policy)));
        steps.addAll(channels.sum(products, tensors.weightGradient()));
        steps.addAll(channels.sum(g, tensors.biasGradient()));
        if (input.hasGradient()) {
            steps.addAll(inputGradient(g, normalized, products));
        }
        return steps;
    }

    private List<PreparedStep> inputGradient(INDArray g, INDArray normalized, INDArray products) {
        INDArray scaled = whole(2);
        INDArray meanGradient = ofPart(0);
        INDArray meanProduct = ofPart(1);
        List<PreparedStep> steps = new ArrayList<>();
        steps.add(ChannelScale.multiply(g, tensors.weight(), scaled, policy));
        steps.addAll(means.of(parts.view(scaled), meanGradient));
        steps.add(Elementwise.binary("multiply", scaled, normalized, products, policy));
        steps.addAll(means.of(parts.view(products), meanProduct));
        steps.add(ofParts("subtract", scaled, meanGradient, scaled));
        steps.add(ofParts("multiply", normalized, meanProduct, normalized));
        steps.add(Elementwise.binary("subtract", scaled, normalized, scaled, policy));
        steps.add(ofParts("multiply", scaled, factor, scaled));
        steps.add(Elementwise.copy(scaled, input.gradient(), policy));
        return steps;
    }

    /**
     * {@code result = operation(values, statistic)} with the statistic of each value's part. Parts whose values follow
     * each other are the rows of a matrix, as in {@link Nd4jMultiplication}.
     */
    private PreparedStep ofParts(String operation, INDArray values, INDArray statistic, INDArray result) {
        boolean isRows = parts.columns() == 1 && ImageViews.isDense(values) && ImageViews.isDense(result);
        if (isRows) {
            long rows = statistic.length();
            return NativeCall.of(operation, policy)
                    .inputs(ImageViews.matrix(values, rows), ImageViews.matrix(statistic, rows))
                    .outputs(ImageViews.matrix(result, rows))
                    .build();
        }
        return NativeCall.of(operation, policy)
                .inputs(parts.view(values), statistic)
                .outputs(parts.view(result))
                .build();
    }

    private INDArray whole(int number) {
        INDArray x = input.value();
        return scratch.view(number * FlatArray.aligned(x.length()), x.shape());
    }

    private long behindWholes() {
        return WHOLE_ARRAYS * FlatArray.aligned(input.value().length());
    }

    private INDArray ofPart(int number) {
        int batch = Math.toIntExact(input.value().size(0));
        long floats = FlatArray.aligned(parts.statistics(batch));
        long first = statisticsOffset(parts, batch, input.shape()) - parts.keptFloats(batch);
        return scratch.view(first + number * floats, batch, parts.groups(), 1, parts.columns());
    }
}
