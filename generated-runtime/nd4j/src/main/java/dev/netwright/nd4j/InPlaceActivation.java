package dev.netwright.nd4j;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Shape;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.scalar.LeakyReLU;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.comparison.CompareAndSet;
import org.nd4j.linalg.api.ops.impl.transforms.same.OneMinus;
import org.nd4j.linalg.api.ops.impl.transforms.same.Square;
import org.nd4j.linalg.api.ops.impl.transforms.same.TimesOneMinus;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Swish;
import org.nd4j.linalg.api.ops.impl.transforms.strict.SwishDerivative;
import org.nd4j.linalg.indexing.conditions.Conditions;

/**
 * An activation function {@code y = f(x)} in place of {@code x}, or beside it.
 *
 * <p>Backward uses the output alone where the derivative follows from it. Every other reader of {@code y} has run
 * before, so {@code y} is overwritten with {@code f'} and multiplied into the gradient. This needs no memory, and for
 * ReLU on a CPU it takes an eighth of the time of {@code relu_bp} (1.2 against 9.9 ms for 4.7 million values on two
 * cores).
 */
final class InPlaceActivation {
    /** From here on SiLU's derivative is 1 in float32; from 44 on, ND4J's formula for it overflows. */
    private static final double SILU_IS_STRAIGHT = 40;

    private InPlaceActivation() {}

    /** Floats of scratch. */
    static long scratchFloats(ActivationFunction function, int batch, Shape shape) {
        long values = FlatArray.aligned((long) batch * shape.size());
        return switch (function.kind()) {
            case HARD_SWISH, GELU -> values;
            case GELU_TANH, MISH -> 2 * values;
            case IDENTITY, SIGMOID, RELU, TANH, SILU, RELU6, LEAKY_RELU, ELU, HARD_SIGMOID -> 0;
        };
    }

    /** {@code y = f(y)}. */
    static List<PreparedStep> forward(ActivationFunction function, INDArray y, Scratch scratch, BackendPolicy policy) {
        return function.isIdentity() ? List.of() : List.of(forward(function, y, y, scratch, policy));
    }

    /** {@code y = f(x)}; both may be in the same place. */
    static PreparedStep forward(
            ActivationFunction function, INDArray x, INDArray y, Scratch scratch, BackendPolicy policy) {
        return switch (function.kind()) {
            case IDENTITY -> Elementwise.copy(x, y, policy);
            case RELU -> withNumber("relu", 0, x, y, policy);
            case SIGMOID -> Elementwise.unary("sigmoid", x, y, policy);
            case TANH -> Elementwise.unary("tanh", x, y, policy);
            case SILU -> Elementwise.over(a -> NativeCall.legacy(new Swish(a[0], a[1])), x, y);
            case HARD_SWISH -> HardSwish.forward(x, y, scratch, policy);
            case RELU6 ->
                new ElementwiseChain(policy).atLeast(x, 0, y).atMost(y, 6, y).step();
            case LEAKY_RELU ->
                Elementwise.over(a -> NativeCall.legacy(new LeakyReLU(a[0], a[1], function.number())), x, y);
            case ELU -> withNumber("elu", function.number(), x, y, policy);
            case GELU -> Gelu.forward(x, y, scratch, policy);
            case GELU_TANH -> GeluTanh.forward(x, y, scratch, policy);
            case HARD_SIGMOID ->
                new ElementwiseChain(policy)
                        .plus(x, 3, y)
                        .atLeast(y, 0, y)
                        .atMost(y, 6, y)
                        .times(y, 1.0 / 6, y)
                        .step();
            case MISH -> Mish.forward(x, y, scratch, policy);
        };
    }

    private static PreparedStep withNumber(
            String operation, double number, INDArray x, INDArray y, BackendPolicy policy) {
        return Elementwise.over(
                arrays -> NativeCall.of(operation, policy)
                        .inputs(arrays[0])
                        .outputs(arrays[1])
                        .numbers(number)
                        .build(),
                x,
                y);
    }

    /** {@code gradient = gradient f'}, leaving {@code f'} in {@code y}. */
    static List<PreparedStep> backward(
            ActivationFunction function, INDArray y, INDArray gradient, BackendPolicy policy) {
        return function.isIdentity() ? List.of() : backward(function, y, gradient, gradient, policy);
    }

    /** {@code target = gradient f'}, leaving {@code f'} in {@code y}. */
    static List<PreparedStep> backward(
            ActivationFunction function, INDArray y, INDArray gradient, INDArray target, BackendPolicy policy) {
        return function.isIdentity()
                ? List.of(Elementwise.copy(gradient, target, policy))
                : List.of(derivative(function, y, policy), Elementwise.binary("multiply", gradient, y, target, policy));
    }

    /** {@code y = f'}, from the function's result. */
    private static PreparedStep derivative(ActivationFunction function, INDArray y, BackendPolicy policy) {
        ElementwiseChain chain = new ElementwiseChain(policy);
        return switch (function.kind()) {
            case RELU -> chain.apply(InPlaceActivation::positive, y, y).step();
            case SIGMOID -> chain.apply(TimesOneMinus::new, y, y).step();
            case TANH ->
                chain.apply(Square::new, y, y).apply(OneMinus::new, y, y).step();
            case RELU6 ->
                chain.times(y, 1.0 / 6, y)
                        .apply(TimesOneMinus::new, y, y)
                        .apply(InPlaceActivation::positive, y, y)
                        .step();
            case LEAKY_RELU ->
                chain.apply(InPlaceActivation::positive, y, y)
                        .atLeast(y, function.number(), y)
                        .step();
            case ELU -> {
                double alpha = function.number();
                yield chain.apply((from, to) -> new CompareAndSet(from, to, 1 - alpha, Conditions.greaterThan(0)), y, y)
                        .plus(y, alpha, y)
                        .step();
            }
            case HARD_SIGMOID ->
                chain.apply(TimesOneMinus::new, y, y)
                        .apply(InPlaceActivation::positive, y, y)
                        .times(y, 1.0 / 6, y)
                        .step();
            case IDENTITY, SILU, HARD_SWISH, GELU, GELU_TANH, MISH ->
                throw new IllegalArgumentException("the derivative of " + function + " doesn't follow from its result");
        };
    }

    /** 1 where x is above 0, else 0. */
    private static Op positive(INDArray x, INDArray y) {
        return new Step(x, y, 0);
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
        PreparedStep derivative = switch (function.kind()) {
            case SILU ->
                new ElementwiseChain(policy)
                        .atMost(x, SILU_IS_STRAIGHT, y)
                        .apply(SwishDerivative::new, y, y)
                        .step();
            case HARD_SWISH -> HardSwish.derivative(x, y, scratch, policy);
            case GELU -> Gelu.derivative(x, y, scratch, policy);
            case GELU_TANH -> GeluTanh.derivative(x, y, scratch, policy);
            case MISH -> Mish.derivative(x, y, scratch, policy);
            case IDENTITY, RELU, SIGMOID, TANH, RELU6, LEAKY_RELU, ELU, HARD_SIGMOID ->
                throw new IllegalArgumentException("the derivative of " + function + " follows from its result");
        };
        return List.of(derivative, Elementwise.binary("multiply", gradient, y, target, policy));
    }
}
