package dev.netwright.runtime.training;

import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;

/** Looks for the tensor that a loss which isn't finite comes from. */
final class FiniteCheck {
    private FiniteCheck() {}

    /** Whether every value of every tensor is finite. */
    static boolean isFinite(ParameterMemory memory) {
        return memory.table().tensors().stream().allMatch(tensor -> largest(memory, tensor) < Double.POSITIVE_INFINITY);
    }

    /** In words: the first tensor with a value that isn't finite, or else the one with the largest value, where an overflow is likeliest. */
    static String blame(ParameterMemory memory) {
        String name = "";
        double most = -1;
        for (Parameter tensor : memory.table().tensors()) {
            double found = largest(memory, tensor);
            if (!(found < Double.POSITIVE_INFINITY)) {
                return "the first tensor with a value that isn't finite is " + tensor.name();
            }
            if (found > most) {
                most = found;
                name = tensor.name();
            }
        }
        return "every tensor is finite, so that an image or a layer's output is not; the largest value, " + most
                + ", is in " + name;
    }

    /** The largest magnitude; infinity if there is a NaN. */
    private static double largest(ParameterMemory memory, Parameter tensor) {
        float[] values = new float[tensor.size()];
        memory.read(tensor, values);
        double most = 0;
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return Double.POSITIVE_INFINITY;
            }
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }
}
