package dev.netwright.nd4j;

import java.util.List;

/** An optimizer's step over whole vectors. Its state is one vector of so many parts, each as long as the parameters. */
public interface VectorUpdate {
    /** Changes the values by their gradients; see {@link dev.netwright.runtime.kernel.ParameterUpdate#step}. */
    void step(double learningRate, int iteration, int epoch);

    /** What the parts of its state are called, in the order in which they lie. */
    List<String> kinds();
}
