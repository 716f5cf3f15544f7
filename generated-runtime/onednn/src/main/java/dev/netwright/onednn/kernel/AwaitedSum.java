package dev.netwright.onednn.kernel;

import dev.netwright.onednn.memory.Tensor;
import dev.netwright.operation.ActivationFunction;

/**
 * A sum of a prediction that the convolution of one term may compute where the other lies.
 *
 * @param other the term that has its values already
 * @param result the sum
 * @param function of the sum
 */
record AwaitedSum(OneDnnActivation other, OneDnnActivation result, ActivationFunction function) {
    /**
     * Leaves the sum to the convolution of a term, which adds to the other: term, other and sum are one tensor from now on.
     *
     * @return that tensor
     */
    Tensor leaveTo(OneDnnActivation term) {
        Tensor tensor = other.value();
        term.setValue(tensor);
        result.setValue(tensor);
        return tensor;
    }
}
