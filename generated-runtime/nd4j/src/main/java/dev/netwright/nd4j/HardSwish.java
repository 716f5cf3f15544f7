package dev.netwright.nd4j;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMax;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMin;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
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
        return sequence(List.of(
                Elementwise.over(a -> NativeCall.legacy(new ScalarAdd(a[0], null, a[1], 3)), x, gate),
                Elementwise.over(a -> NativeCall.legacy(new ScalarMax(a[0], null, a[0], 0)), gate),
                Elementwise.over(a -> NativeCall.legacy(new ScalarMin(a[0], null, a[0], 6)), gate),
                Elementwise.over(a -> NativeCall.legacy(new ScalarMultiplication(a[0], null, a[0], 1.0 / 6)), gate),
                Elementwise.binary("multiply", x, gate, y, policy)));
    }

    /** {@code derivative = f'(x)}. */
    static PreparedStep derivative(INDArray x, INDArray derivative, Scratch scratch, BackendPolicy policy) {
        INDArray mask = scratch.view(0, x.shape());
        return sequence(List.of(
                Elementwise.over(
                        a -> NativeCall.legacy(new ScalarMultiplication(a[0], null, a[1], 1.0 / 3)), x, derivative),
                Elementwise.over(a -> NativeCall.legacy(new ScalarAdd(a[0], null, a[0], 0.5)), derivative),
                Elementwise.over(a -> NativeCall.legacy(new Step(a[0], a[1], -3)), x, mask),
                Elementwise.binary("multiply", derivative, mask, derivative, policy),
                Elementwise.over(a -> NativeCall.legacy(new ScalarMin(a[0], null, a[0], 1.5)), derivative),
                Elementwise.over(a -> NativeCall.legacy(new Step(a[0], a[1], 3)), x, mask),
                Elementwise.over(a -> NativeCall.legacy(new ScalarMultiplication(a[0], null, a[0], -0.5)), mask),
                Elementwise.binary("add", derivative, mask, derivative, policy)));
    }

    private static PreparedStep sequence(List<PreparedStep> steps) {
        return () -> {
            for (PreparedStep step : steps) {
                step.run();
            }
        };
    }
}
