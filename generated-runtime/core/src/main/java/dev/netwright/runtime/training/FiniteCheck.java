package dev.netwright.runtime.training;

import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import java.util.Optional;

/** Finds the tensor that holds or causes a NaN or an infinity. */
final class FiniteCheck {
    private FiniteCheck() {}

    /** The first tensor with a value that isn't finite. */
    static Optional<String> firstNotFinite(ParameterMemory memory) {
        return memory.table().tensors().stream()
                .filter(tensor -> !(memory.largest(tensor) < Double.POSITIVE_INFINITY))
                .map(Parameter::name)
                .findFirst();
    }

    /**
     * Names the first tensor with a value that isn't finite, or else the one with the largest magnitude, which most
     * likely caused an overflow.
     */
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
        return "every tensor and every picture is finite, so a layer's output isn't; the largest parameter, " + most
                + ", is in " + name;
    }
}
