package dev.netwright.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;

/**
 * {@code y = x p}, {@code p = (1 + erf(x / sqrt(2))) / 2}, with {@code f' = p + x exp(-x^2 / 2) / sqrt(2 pi)}. ND4J's
 * own GELU is {@code x / (1 + exp(-1.702 x))}.
 */
final class Gelu {
    private static final double HALF_ROOT = Math.sqrt(0.5);
    private static final double DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);

    private Gelu() {}

    /** {@code y = f(x)}; both may be in the same place. */
    static PreparedStep forward(INDArray x, INDArray y, Scratch scratch, BackendPolicy policy) {
        INDArray p = scratch.view(0, x.shape());
        return probability(x, p, policy).multiply(x, p, y).step();
    }

    /** {@code derivative = f'(x)}. */
    static PreparedStep derivative(INDArray x, INDArray derivative, Scratch scratch, BackendPolicy policy) {
        INDArray density = scratch.view(0, x.shape());
        return probability(x, derivative, policy)
                .multiply(x, x, density)
                .times(density, -0.5, density)
                .apply(Exp::new, density, density)
                .multiply(density, x, density)
                .times(density, DENSITY_AT_ZERO, density)
                .add(derivative, density, derivative)
                .step();
    }

    private static ElementwiseChain probability(INDArray x, INDArray p, BackendPolicy policy) {
        return new ElementwiseChain(policy)
                .times(x, HALF_ROOT, p)
                .apply(Erf::new, p, p)
                .plus(p, 1, p)
                .times(p, 0.5, p);
    }
}
