package dev.netwright.runtime.engine.optimizer;

import dev.netwright.runtime.kernel.UpdateRule;

/** How far {@link UpdateRule.Nadam} goes along its gradient and its moment; both follow from the number of the step. */
public final class NadamRates {
    private final UpdateRule.Nadam rule;
    /** {@code mu(1) ... mu(multiplied)}. */
    private double product = 1;

    private int multiplied;
    private double gradient;
    private double moment;

    /** Before the first step. */
    public NadamRates(UpdateRule.Nadam rule) {
        this.rule = rule;
    }

    /** Begins a step; {@code t} counts from 1. */
    public void begin(double learningRate, int t) {
        // A run that is resumed multiplies the same factors in the same order as one that never stopped.
        if (multiplied >= t) {
            product = 1;
            multiplied = 0;
        }
        while (multiplied < t) {
            product *= mu(++multiplied);
        }
        gradient = learningRate * (1 - mu(t)) / (1 - product);
        moment = learningRate * mu(t + 1) / (1 - product * mu(t + 1));
    }

    private double mu(int t) {
        return rule.beta1() * (1 - 0.5 * Math.pow(0.96, t * rule.momentumDecay()));
    }

    /** The gradient's factor. */
    public double gradient() {
        return gradient;
    }

    /** The moment's factor. */
    public double moment() {
        return moment;
    }
}
