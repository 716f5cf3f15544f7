package dev.netwright.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.same.TimesOneMinus;

/**
 * {@code y = x p}, {@code p = (1 + tanh(u)) / 2 = 1 / (1 + exp(-2 u))}, {@code 2 u = x (A + A B x^2)}, with
 * {@code A = 2 sqrt(2 / pi)} and {@code B = 0.044715}; {@code f' = p + x p (1 - p) (A + 3 A B x^2)}. ND4J's own
 * cubes B as well.
 */
final class GeluTanh {
    private static final double A = 2 * Math.sqrt(2 / Math.PI);
    private static final double A_B = A * 0.044715;

    private GeluTanh() {}

    /** {@code y = f(x)}; both may be in the same place. */
    static PreparedStep forward(INDArray x, INDArray y, Scratch scratch, BackendPolicy policy) {
        INDArray p = scratch.view(0, x.shape());
        return probability(x, p, policy).multiply(x, p, y).step();
    }

    /** {@code derivative = f'(x)}. */
    static PreparedStep derivative(INDArray x, INDArray derivative, Scratch scratch, BackendPolicy policy) {
        INDArray slope = scratch.view(0, x.shape());
        INDArray inner = scratch.view(FlatArray.aligned(x.length()), x.shape());
        return probability(x, derivative, policy)
                .apply(TimesOneMinus::new, derivative, slope)
                .multiply(slope, x, slope)
                .multiply(x, x, inner)
                .times(inner, 3 * A_B, inner)
                .plus(inner, A, inner)
                .multiply(slope, inner, slope)
                .add(derivative, slope, derivative)
                .step();
    }

    private static ElementwiseChain probability(INDArray x, INDArray p, BackendPolicy policy) {
        return new ElementwiseChain(policy)
                .multiply(x, x, p)
                .times(p, A_B, p)
                .plus(p, A, p)
                .multiply(p, x, p)
                .unary("sigmoid", p, p);
    }
}
