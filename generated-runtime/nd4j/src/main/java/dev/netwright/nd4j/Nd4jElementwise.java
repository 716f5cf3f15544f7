package dev.netwright.nd4j;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Mode;
import java.util.List;

/** {@code y = f(x)}; {@code gradInput = gradOutput f'}. */
final class Nd4jElementwise {
    private Nd4jElementwise() {}

    static PreparedKernel bind(
            String layer,
            Nd4jActivation input,
            Nd4jActivation output,
            ActivationFunction function,
            Mode mode,
            Scratch scratch,
            BackendPolicy policy) {
        return new PreparedKernel(
                layer,
                List.of(InPlaceActivation.forward(function, input.value(), output.value(), scratch, policy)),
                mode == Mode.TRAINING ? backward(input, output, function, scratch, policy) : List.of());
    }

    private static List<PreparedStep> backward(
            Nd4jActivation input,
            Nd4jActivation output,
            ActivationFunction function,
            Scratch scratch,
            BackendPolicy policy) {
        if (input.hasGradient() && !function.isDerivedFromResult()) {
            return InPlaceActivation.backwardOfInput(
                    function, input.value(), output.value(), output.gradient(), input.gradient(), scratch, policy);
        }
        return input.hasGradient()
                ? InPlaceActivation.backward(function, output.value(), output.gradient(), input.gradient(), policy)
                : List.of(PreparedStep.NONE);
    }
}
