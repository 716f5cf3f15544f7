package dev.netwright.runtime.kernel;

import java.util.List;

/**
 * One tensor that an optimizer keeps for a parameter from step to step, of the parameter's shape.
 *
 * @param kind its meaning to the optimizer, one of {@link UpdateRule#kinds}, such as {@code exp_avg}
 * @param parameter the trainable tensor that it belongs to
 */
public record OptimizerState(String kind, Parameter parameter) {
    /**
     * The state's name, unique in an optimizer: the parameter's name and the kind.
     *
     * @return such as {@code conv1.weight.momentum_buffer}
     */
    public String name() {
        return parameter.name() + "." + kind;
    }

    /**
     * The index of this state's kind.
     *
     * @param kinds the optimizer's kinds, in its order
     * @return from 0
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
