package dev.netwright.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.Step;

/**
 * {@code y = x min(max(x + 3, 0), 6) / 6}, for which ND4J has no operation. Its derivative is {@code x / 3 + 1 / 2}
 * between -3 and 3, 0 below and 1 above: with {@code a = 1} where {@code x > -3} and {@code b = 1} where {@code x > 3},
 * else 0, {@code f' = min(a (x / 3 + 1 / 2), 3 / 2) - b / 2}.
 */
final class HardSwish {
    private HardSwish() {}

    /** {@code y = f(x)}; both may be in the same place. */
    static PreparedStep forward(INDArray x, INDArray y, Scratch scratch, BackendPolicy policy) {
        INDArray gate = scratch.view(0, x.shape());
        return new ElementwiseChain(policy)
                .plus(x, 3, gate)
                .atLeast(gate, 0, gate)
                .atMost(gate, 6, gate)
                .times(gate, 1.0 / 6, gate)
                .multiply(x, gate, y)
                .step();
    }

    /** {@code derivative = f'(x)}. */
    static PreparedStep derivative(INDArray x, INDArray derivative, Scratch scratch, BackendPolicy policy) {
        INDArray mask = scratch.view(0, x.shape());
        return new ElementwiseChain(policy)
                .times(x, 1.0 / 3, derivative)
                .plus(derivative, 0.5, derivative)
                .apply((from, to) -> new Step(from, to, -3), x, mask)
                .multiply(derivative, mask, derivative)
                .atMost(derivative, 1.5, derivative)
                .apply((from, to) -> new Step(from, to, 3), x, mask)
                .times(mask, -0.5, mask)
                .add(derivative, mask, derivative)
                .step();
    }
}
