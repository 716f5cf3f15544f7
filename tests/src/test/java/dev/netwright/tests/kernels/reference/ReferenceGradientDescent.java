package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.UpdateRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link UpdateRule.GradientDescent} value by value. */
final class ReferenceGradientDescent implements ReferenceRule {
    private final UpdateRule.GradientDescent rule;
    private final double[] values;
    private final double[] gradients;
    private final double[] velocity;

    ReferenceGradientDescent(UpdateRule.GradientDescent rule, double[] values, double[] gradients) {
        this.rule = rule;
        this.values = values;
        this.gradients = gradients;
        velocity = new double[values.length];
    }

    @Override
    public void step(double learningRate, int iteration, int epoch) {
        for (int i = 0; i < values.length; i++) {
            velocity[i] = rule.momentum() * velocity[i] + gradients[i];
            double direction = rule.nesterov() ? gradients[i] + rule.momentum() * velocity[i] : velocity[i];
            values[i] -= learningRate * direction;
        }
    }

    @Override
    public Map<String, double[]> states() {
        Map<String, double[]> states = new LinkedHashMap<>();
        if (rule.momentum() != 0) {
            states.put("momentum_buffer", velocity);
        }
        return states;
    }
}
