package dev.netwright.nd4j;

import dev.netwright.operation.ChannelSplit;
import dev.netwright.operation.Mode;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarSet;

/** Copies a part of the channels; backward copies its gradient to its channels, and writes 0 beside them. */
final class Nd4jChannelSplit {
    private Nd4jChannelSplit() {}

    static PreparedKernel bind(
            ChannelSplit operation, Nd4jActivation input, Nd4jActivation output, Mode mode, BackendPolicy policy) {
        Nd4jActivation part = input.slice(operation.firstChannel(), output.shape());
        List<PreparedStep> backward = new ArrayList<>();
        if (mode == Mode.TRAINING) {
            backward.add(PreparedStep.NONE);
            if (input.hasGradient()) {
                INDArray gradient = input.gradient();
                backward.addAll(zeros(gradient, 0, operation.firstChannel()));
                int end = operation.firstChannel() + output.shape().channels();
                backward.addAll(zeros(gradient, end, input.shape().channels()));
                backward.add(Elementwise.copy(output.gradient(), part.gradient(), policy));
            }
        }
        return new PreparedKernel(
                operation.name(), List.of(Elementwise.copy(part.value(), output.value(), policy)), backward);
    }

    /** Zeros in the channels from {@code first} up to {@code end}. */
    private static List<PreparedStep> zeros(INDArray gradient, long first, long end) {
        long pixels = gradient.size(2) * gradient.size(3);
        if (first == end) {
            return List.of();
        }
        INDArray channels = ImageViews.part(
                gradient, first * pixels, gradient.size(0), end - first, gradient.size(2), gradient.size(3));
        return List.of(Elementwise.over(a -> NativeCall.legacy(new ScalarSet(a[0], 0)), channels));
    }
}
