package dev.netwright.runtime.torch;

import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterTable;
import java.util.List;
import java.util.Map;

/**
 * A network that PyTorch's users may have too.
 *
 * @param name its class
 * @param names what its tensors are called there
 * @param parameters all of its tensors
 */
public record TorchNetwork(String name, TorchNames names, ParameterTable parameters) {
    /**
     * The dialects that have a network which computes the same, at least one.
     *
     * @throws IllegalArgumentException if there is none, saying why
     */
    public List<TorchDialect> requireDialects() {
        List<TorchDialect> dialects = names.dialects();
        if (dialects.isEmpty()) {
            throw new IllegalArgumentException(
                    name + " has no names in PyTorch, because no network there is known to compute the same. "
                            + names.differences() + "Its own names are those of save and load.");
        }
        return dialects;
    }

    /**
     * Its tensors by their names in a dialect, in its order.
     *
     * @throws IllegalArgumentException if the dialect has no network that computes the same, naming the first difference
     */
    Map<String, Parameter> require(TorchDialect dialect) {
        if (!names.dialects().contains(dialect)) {
            throw new IllegalArgumentException(name + " has no names of " + dialect.owner()
                    + ", expected a network that computes the same as one there: "
                    + names.difference(dialect).orElse("none was looked for") + ". Change the spec, or take names of "
                    + (names.dialects().isEmpty()
                            ? "save and load"
                            : names.dialects().get(0).owner()) + ".");
        }
        return names.tensors(dialect, parameters);
    }
}
