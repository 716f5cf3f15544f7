package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.kernel.UpdateRule;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;

/** {@code v = momentum v + g; p = p - rate v}, with Nesterov's look-ahead {@code p = p - rate (g + momentum v)}. */
final class GradientDescentUpdate implements ParameterUpdate {
    private final PreparedStep[] direction;
    private final NativeCall scale;
    private final PreparedStep subtract;
    private final @Nullable INDArray velocity;

    GradientDescentUpdate(UpdateRule.GradientDescent rule, INDArray values, INDArray gradients, BackendPolicy policy) {
        if (rule.momentum() == 0) {
            velocity = null;
            direction = new PreparedStep[0];
            scale = FlatUpdate.scale(gradients, gradients, policy);
        } else {
            INDArray v = FlatUpdate.state(values);
            PreparedStep decay = NativeCall.legacy(new ScalarMultiplication(v, null, v, rule.momentum()));
            PreparedStep add =
                    NativeCall.of("add", policy).inputs(v, gradients).outputs(v).build();
            PreparedStep lookAhead = NativeCall.legacy(new Axpy(v, gradients, gradients, rule.momentum()));
            velocity = v;
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

    @Override
    public void close() {
        if (velocity != null) {
            velocity.close();
        }
    }
}
