package dev.netwright.tests.kernels.reference;

import java.util.Map;

/** The formula of an optimizer over all values. */
interface ReferenceRule {
    /** Changes the values. */
    void step(double learningRate, int iteration, int epoch);

    /** What it keeps, as long as the values, by what PyTorch calls it. */
    Map<String, double[]> states();
}
