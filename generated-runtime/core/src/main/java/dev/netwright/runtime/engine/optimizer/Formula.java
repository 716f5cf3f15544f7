package dev.netwright.runtime.engine.optimizer;

import dev.netwright.runtime.kernel.UpdateRule;

/**
 * An {@link UpdateRule} value by value, in float32 as PyTorch computes it; what a step's values have in common is
 * computed once, in double. Its loops are plain, so that the JVM's compiler makes vector instructions of them.
 */
interface Formula {
    /** Begins a step; {@code t} counts from 1. */
    void begin(double learningRate, int t);

    /**
     * Changes a piece's values by their gradients.
     *
     * @param s what the rule keeps, in the order of its kinds
     */
    void apply(float[] p, float[] g, float[][] s, int count);

    /** The formula of a rule that isn't of one's own. */
    static Formula of(UpdateRule rule) {
        if (rule instanceof UpdateRule.GradientDescent descent) {
            return new GradientDescentFormula(descent);
        }
        if (rule instanceof UpdateRule.Adam adam) {
            return new AdamFormula(adam.beta1(), adam.beta2(), adam.epsilon(), adam.decay(), false);
        }
        if (rule instanceof UpdateRule.AmsGrad adam) {
            return new AdamFormula(adam.beta1(), adam.beta2(), adam.epsilon(), adam.decay(), true);
        }
        if (rule instanceof UpdateRule.RmsProp rmsProp) {
            return new RmsPropFormula(rmsProp);
        }
        if (rule instanceof UpdateRule.AdaGrad adaGrad) {
            return new AdaGradFormula(adaGrad);
        }
        if (rule instanceof UpdateRule.AdaDelta adaDelta) {
            return new AdaDeltaFormula(adaDelta);
        }
        if (rule instanceof UpdateRule.AdaMax adaMax) {
            return new AdaMaxFormula(adaMax);
        }
        if (rule instanceof UpdateRule.Nadam nadam) {
            return new NadamFormula(nadam);
        }
        if (rule instanceof UpdateRule.AdaBelief adaBelief) {
            return new AdaBeliefFormula(adaBelief);
        }
        throw new IllegalArgumentException("a rule of one's own is bound by itself, found " + rule);
    }
}
