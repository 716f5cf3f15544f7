package dev.netwright.runtime.kernel;

import java.util.List;

/**
 * Numbers that an optimizer keeps for one parameter from step to step: a tensor of the parameter's shape.
 *
 * @param kind what they are to the optimizer, one of {@link UpdateRule#kinds}
 * @param parameter the trainable tensor that they belong to
 */
public record OptimizerState(String kind, Parameter parameter) {
    /** The parameter's name with the kind behind it, such as {@code conv1.weight.momentum_buffer}; unique in an optimizer. */
    public String name() {
        return parameter.name() + "." + kind;
    }

    /**
     * Its kind's place among those of an optimizer.
     *
     * @throws IllegalArgumentException if the optimizer has no such kind
     */
    public int partOf(List<String> kinds) {
        int part = kinds.indexOf(kind);
        if (part < 0) {
            throw new IllegalArgumentException("this optimizer keeps " + kinds + " for a parameter, found " + name());
        }
        return part;
    }
}
