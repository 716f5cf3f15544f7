package dev.netwright.tests.kernels.reference;

import java.util.Map;

/** The formula of an optimizer over the values of one parameter. */
interface ReferenceRule {
    /** Changes the values. */
    void step(double learningRate, int iteration, int epoch);

    /** What it keeps, in vectors as long as those of all parameters, by what PyTorch calls it. */
    Map<String, double[]> states();
}
