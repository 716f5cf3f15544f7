package dev.netwright.runtime.engine.optimizer;

import dev.netwright.runtime.kernel.UpdateRule;

/**
 * An {@link UpdateRule} value by value, in float32 as PyTorch computes it; factors that are the same for all values of
 * a step are computed once, in double. The loops are simple, so that the JVM compiles them to vector instructions.
 */
interface Formula {
    /** Begins a step; {@code t} counts from 1. */
    void begin(double learningRate, int t);

    /**
     * Changes a piece's values by their gradients.
     *
     * @param s the rule's states, in the order of its kinds
     */
    void apply(float[] p, float[] g, float[][] s, int count);

    /** The formula of any rule but {@link UpdateRule.Custom} and {@link UpdateRule.Lamb}. */
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
        if (rule instanceof UpdateRule.Lion lion) {
            return new LionFormula(lion);
        }
        throw new IllegalArgumentException(
                "a custom rule binds itself, and LAMB isn't computed value by value, found " + rule);
    }
}
