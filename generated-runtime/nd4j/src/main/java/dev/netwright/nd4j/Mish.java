package dev.netwright.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.same.OneMinus;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log1p;

/**
 * {@code y = x w}, {@code w = tanh(log(1 + exp(x)))}, with {@code f' = w + x (1 - w^2) / (1 + exp(-x))}. ND4J's own
 * takes the logarithm of a sum that has lost small exponentials, and its derivative is no number for large x.
 */
final class Mish {
    private Mish() {}

    /** {@code y = f(x)}; both may be in the same place. */
    static PreparedStep forward(INDArray x, INDArray y, Scratch scratch, BackendPolicy policy) {
        INDArray w = scratch.view(0, x.shape());
        return gate(x, w, policy).multiply(x, w, y).step();
    }

    /** {@code derivative = f'(x)}. */
    static PreparedStep derivative(INDArray x, INDArray derivative, Scratch scratch, BackendPolicy policy) {
        INDArray slope = scratch.view(0, x.shape());
        INDArray rest = scratch.view(FlatArray.aligned(x.length()), x.shape());
        return gate(x, derivative, policy)
                .multiply(derivative, derivative, rest)
                .apply(OneMinus::new, rest, rest)
                .unary("sigmoid", x, slope)
                .multiply(slope, x, slope)
                .multiply(slope, rest, slope)
                .add(derivative, slope, derivative)
                .step();
    }

    /** The logarithm of an overflow is infinite, and its hyperbolic tangent 1, as it has to be. */
    private static ElementwiseChain gate(INDArray x, INDArray w, BackendPolicy policy) {
        return new ElementwiseChain(policy)
                .apply(Exp::new, x, w)
                .apply(Log1p::new, w, w)
                .unary("tanh", w, w);
    }
}
