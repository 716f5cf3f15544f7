package dev.netwright.runtime.checkpoint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The network that a weights file is read for.
 *
 * @param identity whose weights the file must hold
 * @param parameters every tensor of the network, saved statistics included, in the network's order
 */
public record ExpectedNetwork(NetworkIdentity identity, List<NamedShape> parameters) {

    /**
     * Copies the parameters.
     *
     * @throws IllegalArgumentException if two parameters share a name
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
