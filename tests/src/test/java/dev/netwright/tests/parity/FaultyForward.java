package dev.netwright.tests.parity;

import dev.netwright.runtime.kernel.InferenceKernel;

/**
 * A kernel whose output may be off.
 *
 * @param kind program and kind of kernel
 * @param layer tells it from others of its kind
 */
record FaultyForward(String kind, String layer, InferenceKernel right, TensorAccess output, InjectedFaults faults)
        implements InferenceKernel {
    @Override
    public void forward() {
        right.forward();
        if (faults.isIn(kind + ", output", layer)) {
            output.multiplyValue(faults.factor());
        }
    }
}
