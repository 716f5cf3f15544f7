package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.kernel.ActivationFunction;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.same.OneMinus;
import org.nd4j.linalg.api.ops.impl.transforms.same.Square;
import org.nd4j.linalg.api.ops.impl.transforms.same.TimesOneMinus;

/**
 * An activation function {@code y = f(x)} in place of {@code x}.
 *
 * <p>Backward goes by the output alone. When it runs, every other reader of {@code y} has had its turn: {@code y} is
 * overwritten with {@code f'} and multiplied into the gradient, which takes no room, and for ReLU on a CPU an
 * eighth of the time of {@code relu_bp} (1.2 against 9.9 ms for 4.7 million values on two cores).
 */
final class InPlaceActivation {
    private InPlaceActivation() {}

    /** {@code y = f(y)}. */
    static List<PreparedStep> forward(ActivationFunction function, INDArray y, BackendPolicy policy) {
        return switch (function) {
            case IDENTITY -> List.of();
            case RELU ->
                List.of(NativeCall.of("relu", policy)
                        .inputs(y)
                        .outputs(y)
                        .numbers(0)
                        .build());
            case SIGMOID ->
                List.of(NativeCall.of("sigmoid", policy).inputs(y).outputs(y).build());
            case TANH ->
                List.of(NativeCall.of("tanh", policy).inputs(y).outputs(y).build());
        };
    }

    /** {@code gradient = gradient f'}, leaving {@code f'} in {@code y}. */
    static List<PreparedStep> backward(
            ActivationFunction function, INDArray y, INDArray gradient, BackendPolicy policy) {
        PreparedStep multiply = NativeCall.of("multiply", policy)
                .inputs(gradient, y)
                .outputs(gradient)
                .build();
        return switch (function) {
            case IDENTITY -> List.of();
            case RELU -> List.of(NativeCall.legacy(new Step(y, y, 0)), multiply);
            case SIGMOID -> List.of(NativeCall.legacy(new TimesOneMinus(y, y)), multiply);
            case TANH -> List.of(NativeCall.legacy(new Square(y, y)), NativeCall.legacy(new OneMinus(y, y)), multiply);
        };
    }
}
