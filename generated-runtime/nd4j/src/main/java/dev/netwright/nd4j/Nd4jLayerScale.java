package dev.netwright.nd4j;

import dev.netwright.operation.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Layer scale {@code y = x s}; {@code gradInput = gradOutput s}, {@code gradS = sum of gradOutput x}.
 *
 * @param factors s, {@code [C]}
 * @param gradientOrNull of s; null in an inference program
 */
record Nd4jLayerScale(INDArray factors, @Nullable INDArray gradientOrNull, Scratch scratch, BackendPolicy policy) {
    /** Floats of scratch in training: products as large as the input, and what their sums need. */
    static long scratchFloats(int batch, Shape shape) {
        return FlatArray.aligned((long) batch * shape.size()) + ChannelMean.scratchFloats(batch, shape);
    }

    /** The kernel between two activations of one shape. */
    PreparedKernel bind(String layer, Nd4jActivation input, Nd4jActivation output) {
        List<PreparedStep> forward = List.of(ChannelScale.multiply(input.value(), factors, output.value(), policy));
        return new PreparedKernel(
                layer, forward, gradientOrNull == null ? List.of() : backward(input, output, gradientOrNull));
    }

    private List<PreparedStep> backward(Nd4jActivation input, Nd4jActivation output, INDArray gradient) {
        INDArray products = scratch.view(0, input.value().shape());
        ChannelMean sums = new ChannelMean(scratch, FlatArray.aligned(products.length()), policy);
        List<PreparedStep> steps = new ArrayList<>();
        steps.add(Elementwise.binary("multiply", output.gradient(), input.value(), products, policy));
        steps.addAll(sums.sum(products, gradient));
        if (input.hasGradient()) {
            steps.add(ChannelScale.multiply(output.gradient(), factors, input.gradient(), policy));
        }
        return steps;
    }
}
