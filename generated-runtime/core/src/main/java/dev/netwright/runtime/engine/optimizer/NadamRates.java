package dev.netwright.runtime.engine.optimizer;

import dev.netwright.runtime.kernel.UpdateRule;

/**
 * The factors of the gradient and of the first moment in a step of {@link UpdateRule.Nadam}. Both depend on the
 * learning rate and the number of the step.
 */
public final class NadamRates {
    private final UpdateRule.Nadam rule;
    /** {@code mu(1) ... mu(multiplied)}. */
    private double product = 1;

    private int multiplied;
    private double gradient;
    private double moment;

    /**
     * The rates before the first step.
     *
     * @param rule Nadam with its constants
     */
    public NadamRates(UpdateRule.Nadam rule) {
        this.rule = rule;
    }

    /**
     * Computes the factors of a step. Calls with consecutive numbers are fast; others start the product of all
     * {@code mu} again.
     *
     * @param learningRate the schedule's value for this step
     * @param t the step's number, from 1
     */
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

    /**
     * The gradient's factor: {@code rate (1 - mu(t)) / (1 - mu(1) ... mu(t))}.
     *
     * @return the factor of the step begun last
     */
    public double gradient() {
        return gradient;
    }

    /**
     * The first moment's factor: {@code rate mu(t+1) / (1 - mu(1) ... mu(t+1))}.
     *
     * @return the factor of the step begun last
     */
    public double moment() {
        return moment;
    }
}
