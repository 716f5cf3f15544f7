package dev.netwright.nd4j;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Shape;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.same.OneMinus;
import org.nd4j.linalg.api.ops.impl.transforms.same.Square;
import org.nd4j.linalg.api.ops.impl.transforms.same.TimesOneMinus;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Swish;
import org.nd4j.linalg.api.ops.impl.transforms.strict.SwishDerivative;

/**
 * An activation function {@code y = f(x)} in place of {@code x}, or beside it.
 *
 * <p>Backward uses the output alone where the derivative follows from it. Every other reader of {@code y} has run
 * before, so {@code y} is overwritten with {@code f'} and multiplied into the gradient. This needs no memory, and for
 * ReLU on a CPU it takes an eighth of the time of {@code relu_bp} (1.2 against 9.9 ms for 4.7 million values on two
 * cores).
 */
final class InPlaceActivation {
    private InPlaceActivation() {}

    /** Floats of scratch. */
    static long scratchFloats(ActivationFunction function, int batch, Shape shape) {
        return function == ActivationFunction.HARD_SWISH ? (long) batch * shape.size() : 0;
    }

    /** {@code y = f(y)}. */
    static List<PreparedStep> forward(ActivationFunction function, INDArray y, Scratch scratch, BackendPolicy policy) {
        return function == ActivationFunction.IDENTITY ? List.of() : List.of(forward(function, y, y, scratch, policy));
    }

    /** {@code y = f(x)}; both may be in the same place. */
    static PreparedStep forward(
            ActivationFunction function, INDArray x, INDArray y, Scratch scratch, BackendPolicy policy) {
        return switch (function) {
            case IDENTITY -> Elementwise.copy(x, y, policy);
            case RELU ->
                Elementwise.over(
                        arrays -> NativeCall.of("relu", policy)
                                .inputs(arrays[0])
                                .outputs(arrays[1])
                                .numbers(0)
                                .build(),
                        x,
                        y);
            case SIGMOID -> Elementwise.unary("sigmoid", x, y, policy);
            case TANH -> Elementwise.unary("tanh", x, y, policy);
            case SILU -> Elementwise.over(a -> NativeCall.legacy(new Swish(a[0], a[1])), x, y);
            case HARD_SWISH -> HardSwish.forward(x, y, scratch, policy);
        };
    }

    /** {@code gradient = gradient f'}, leaving {@code f'} in {@code y}. */
    static List<PreparedStep> backward(
            ActivationFunction function, INDArray y, INDArray gradient, BackendPolicy policy) {
        return function == ActivationFunction.IDENTITY ? List.of() : backward(function, y, gradient, gradient, policy);
    }

    /** {@code target = gradient f'}, leaving {@code f'} in {@code y}. */
    static List<PreparedStep> backward(
            ActivationFunction function, INDArray y, INDArray gradient, INDArray target, BackendPolicy policy) {
        PreparedStep multiply = Elementwise.binary("multiply", gradient, y, target, policy);
        return switch (function) {
            case IDENTITY -> List.of(Elementwise.copy(gradient, target, policy));
            case RELU -> List.of(derivative(a -> NativeCall.legacy(new Step(a[0], a[0], 0)), y), multiply);
            case SIGMOID -> List.of(derivative(a -> NativeCall.legacy(new TimesOneMinus(a[0], a[0])), y), multiply);
            case TANH ->
                List.of(
                        derivative(a -> NativeCall.legacy(new Square(a[0], a[0])), y),
                        derivative(a -> NativeCall.legacy(new OneMinus(a[0], a[0])), y),
                        multiply);
            case SILU, HARD_SWISH ->
                throw new IllegalArgumentException("the derivative of " + function + " doesn't follow from its result");
        };
    }

    /** {@code target = gradient f'(x)}, leaving {@code f'} in {@code y}. */
    static List<PreparedStep> backwardOfInput(
            ActivationFunction function,
            INDArray x,
            INDArray y,
            INDArray gradient,
            INDArray target,
            Scratch scratch,
            BackendPolicy policy) {
        PreparedStep derivative = switch (function) {
            case SILU -> Elementwise.over(a -> NativeCall.legacy(new SwishDerivative(a[0], a[1])), x, y);
            case HARD_SWISH -> HardSwish.derivative(x, y, scratch, policy);
            case IDENTITY, RELU, SIGMOID, TANH ->
                throw new IllegalArgumentException("the derivative of " + function + " follows from its result");
        };
        return List.of(derivative, Elementwise.binary("multiply", gradient, y, target, policy));
    }

    private static PreparedStep derivative(Elementwise.Operation operation, INDArray y) {
        return Elementwise.over(operation, y);
    }
}
