package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.UpdateRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link UpdateRule.Adam} value by value. */
final class ReferenceAdam implements ReferenceRule {
    private final UpdateRule.Adam rule;
    private final Stretch stretch;
    private final double[] firstMoment;
    private final double[] secondMoment;

    ReferenceAdam(UpdateRule.Adam rule, Stretch stretch, double[] firstMoment, double[] secondMoment) {
        this.rule = rule;
        this.stretch = stretch;
        this.firstMoment = firstMoment;
        this.secondMoment = secondMoment;
    }

    @Override
    public void step(double learningRate, int iteration, int epoch) {
        double firstCorrection = 1 - Math.pow(rule.beta1(), iteration + 1);
        double secondCorrection = 1 - Math.pow(rule.beta2(), iteration + 1);
        double[] values = stretch.values();
        double[] gradients = stretch.gradients();
        for (int i = stretch.start(); i < stretch.end(); i++) {
            double g = gradients[i];
            firstMoment[i] = rule.beta1() * firstMoment[i] + (1 - rule.beta1()) * g;
            secondMoment[i] = rule.beta2() * secondMoment[i] + (1 - rule.beta2()) * g * g;
            values[i] -= learningRate * rule.decay() * values[i];
            values[i] -= learningRate
                    * (firstMoment[i] / firstCorrection)
                    / (Math.sqrt(secondMoment[i] / secondCorrection) + rule.epsilon());
        }
    }

    @Override
    public Map<String, double[]> states() {
        Map<String, double[]> states = new LinkedHashMap<>();
        states.put("exp_avg", firstMoment);
        states.put("exp_avg_sq", secondMoment);
        return states;
    }
}
