package dev.netwright.runtime.checkpoint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The network that a weights file must match.
 *
 * @param identity identity of the network
 * @param parameters all tensors of the network, including running statistics, in the network's order
 */
public record ExpectedNetwork(NetworkIdentity identity, List<NamedShape> parameters) {

    /**
     * Copies the parameters.
     *
     * @param identity whose weights the file must hold
     * @param parameters every tensor of the network, saved statistics included, in the network's order
     * @throws IllegalArgumentException if two parameters have the same name
     */
    public ExpectedNetwork {
        parameters = List.copyOf(parameters);
        Set<String> names = new HashSet<>();
        for (NamedShape parameter : parameters) {
            if (!names.add(parameter.name())) {
                throw new IllegalArgumentException(
                        "Network " + identity.name() + " has two parameters named '" + parameter.name() + "'");
            }
        }
    }
}
