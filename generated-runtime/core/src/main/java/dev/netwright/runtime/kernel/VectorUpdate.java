package dev.netwright.runtime.kernel;

/** An optimizer's step over whole vectors of parameters, gradients and states to which it is bound. */
public interface VectorUpdate {
    /** Changes the parameters by their gradients, which it may use up; see {@link ParameterUpdate#step}. */
    void step(double learningRate, int iteration, int epoch);
}
