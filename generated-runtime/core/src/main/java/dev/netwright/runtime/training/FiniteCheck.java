package dev.netwright.runtime.training;

import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import java.util.Optional;

/** Looks for the tensor that holds a NaN or an infinity, or that one comes from. */
final class FiniteCheck {
    private FiniteCheck() {}

    /** The first tensor with a value that isn't finite. */
    static Optional<String> firstNotFinite(ParameterMemory memory) {
        return memory.table().tensors().stream()
                .filter(tensor -> !(memory.largest(tensor) < Double.POSITIVE_INFINITY))
                .map(Parameter::name)
                .findFirst();
    }

    /** In words: the first tensor with a value that isn't finite, or else the one with the largest value, where an overflow is likeliest. */
    static String blame(ParameterMemory memory) {
        String name = "";
        double most = -1;
        for (Parameter tensor : memory.table().tensors()) {
            double found = memory.largest(tensor);
            if (!(found < Double.POSITIVE_INFINITY)) {
                return "the first tensor with a value that isn't finite is " + tensor.name();
            }
            if (found > most) {
                most = found;
                name = tensor.name();
            }
        }
        return "every tensor is finite, and so were the pictures, so that a layer's output is not; the largest value, "
                + most + ", is in " + name;
    }
}
