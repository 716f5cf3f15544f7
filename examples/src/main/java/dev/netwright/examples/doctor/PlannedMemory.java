package dev.netwright.examples.doctor;

import dev.netwright.runtime.network.NetworkType;

/**
 * What training a network takes by its plan: float32 values, gradients and the state of Adam, running statistics, and the slots of a batch.
 * A kernel set adds padding and scratch to it, which only a run can tell.
 *
 * @param batch images in a step, at least 1
 */
record PlannedMemory(NetworkType<?> type, int batch) {
    private static final int STATES_OF_ADAM = 2;

    long bytes() {
        return parameterBytes() + batch * type.trainingBytesPerImage();
    }

    /** The largest batch that a limit leaves room for; 0 if not even one image fits. */
    long largestBatch(long limit) {
        return Math.max(0, (limit - parameterBytes()) / type.trainingBytesPerImage());
    }

    private long parameterBytes() {
        return Float.BYTES
                * (type.parameters().size() * (2 + STATES_OF_ADAM)
                        + type.parameters().statisticsSize());
    }
}
