package dev.netwright.nd4j;

import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.kernel.VectorUpdate;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;

/** {@code v = momentum v + g; p = p - rate v}, with Nesterov's look-ahead {@code p = p - rate (g + momentum v)}. */
final class GradientDescentUpdate implements VectorUpdate {
    private final PreparedStep[] direction;
    private final NativeCall scale;
    private final PreparedStep subtract;

    GradientDescentUpdate(
            UpdateRule.GradientDescent rule,
            INDArray values,
            INDArray gradients,
            INDArray state,
            BackendPolicy policy) {
        if (rule.momentum() == 0) {
            direction = new PreparedStep[0];
            scale = FlatUpdate.scale(gradients, gradients, policy);
        } else {
            INDArray v = FlatUpdate.part(state, 0, values.length());
            PreparedStep decay = NativeCall.legacy(new ScalarMultiplication(v, null, v, rule.momentum()));
            PreparedStep add =
                    NativeCall.of("add", policy).inputs(v, gradients).outputs(v).build();
            PreparedStep lookAhead = NativeCall.legacy(new Axpy(v, gradients, gradients, rule.momentum()));
            direction = rule.nesterov() ? new PreparedStep[] {decay, add, lookAhead} : new PreparedStep[] {decay, add};
            scale = FlatUpdate.scale(rule.nesterov() ? gradients : v, gradients, policy);
        }
        subtract = FlatUpdate.subtract(values, gradients, policy);
    }

    @Override
    public void step(double learningRate, int iteration, int epoch) {
        for (PreparedStep step : direction) {
            step.run();
        }
        scale.numbers(learningRate);
        scale.run();
        subtract.run();
    }
}
