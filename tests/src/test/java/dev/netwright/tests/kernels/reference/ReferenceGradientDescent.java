package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.UpdateRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link UpdateRule.GradientDescent} value by value. */
final class ReferenceGradientDescent implements ReferenceRule {
    private final UpdateRule.GradientDescent rule;
    private final Stretch stretch;
    private final double[] velocity;

    ReferenceGradientDescent(UpdateRule.GradientDescent rule, Stretch stretch, double[] velocity) {
        this.rule = rule;
        this.stretch = stretch;
        this.velocity = velocity;
    }

    @Override
    public void step(double learningRate, int iteration, int epoch) {
        double[] values = stretch.values();
        double[] gradients = stretch.gradients();
        for (int i = stretch.start(); i < stretch.end(); i++) {
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
