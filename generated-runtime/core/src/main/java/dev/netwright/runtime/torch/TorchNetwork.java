package dev.netwright.runtime.torch;

import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterTable;
import java.util.List;
import java.util.Map;

/**
 * A network that may have an equivalent in PyTorch.
 *
 * @param name name of its class
 * @param names the names of its tensors in PyTorch
 * @param parameters all of its tensors
 */
public record TorchNetwork(String name, TorchNames names, ParameterTable parameters) {
    /**
     * The dialects with an equivalent network.
     *
     * @return the dialects, at least one
     * @throws IllegalArgumentException if there are none; the message says why
     */
    public List<TorchDialect> requireDialects() {
        List<TorchDialect> dialects = names.dialects();
        if (dialects.isEmpty()) {
            throw new IllegalArgumentException(
                    name + " has no names in PyTorch, because no equivalent network is known there. "
                            + names.differences() + "Use save and load, which have its own names.");
        }
        return dialects;
    }

    /**
     * The network's tensors by their names in a dialect, in the network's order.
     *
     * @throws IllegalArgumentException if the dialect has no equivalent network; the message names the first difference
     */
    Map<String, Parameter> require(TorchDialect dialect) {
        if (!names.dialects().contains(dialect)) {
            throw new IllegalArgumentException(name + " has no names of " + dialect.owner()
                    + ", because no equivalent network is known there: "
                    + names.difference(dialect).orElse("no names were generated")
                    + ". Change the spec, or use names of "
                    + (names.dialects().isEmpty()
                            ? "save and load"
                            : names.dialects().get(0).owner()) + ".");
        }
        return names.tensors(dialect, parameters);
    }
}
