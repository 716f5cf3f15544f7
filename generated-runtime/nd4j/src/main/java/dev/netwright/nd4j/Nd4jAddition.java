package dev.netwright.nd4j;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** {@code y = f(left + right)}; {@code gradLeft = gradRight = gradOutput f'}. */
final class Nd4jAddition {
    private Nd4jAddition() {}

    static PreparedKernel bind(
            String layer,
            Nd4jActivation left,
            Nd4jActivation right,
            Nd4jActivation output,
            ActivationFunction function,
            Mode mode,
            Scratch scratch,
            BackendPolicy policy) {
        List<PreparedStep> forward = new ArrayList<>();
        forward.add(Elementwise.binary("add", left.value(), right.value(), output.value(), policy));
        forward.addAll(InPlaceActivation.forward(function, output.value(), scratch, policy));
        List<PreparedStep> backward = new ArrayList<>();
        if (mode == Mode.TRAINING) {
            INDArray gradient = output.gradient();
            backward.add(PreparedStep.NONE);
            backward.addAll(InPlaceActivation.backward(function, output.value(), gradient, policy));
            Stream.of(left, right)
                    .filter(Nd4jActivation::hasGradient)
                    .forEach(input -> backward.add(Elementwise.copy(gradient, input.gradient(), policy)));
        }
        return new PreparedKernel(layer, forward, backward);
    }
}
