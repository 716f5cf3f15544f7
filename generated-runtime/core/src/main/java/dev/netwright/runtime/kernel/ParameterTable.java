package dev.netwright.runtime.kernel;

import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.ParameterSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network's tensors in the order of its layers: trainable parameters, each layer's weight before its bias, and the
 * running statistics of norms, each mean before its variance.
 */
public final class ParameterTable {
    private final Map<String, Parameter> byName = new LinkedHashMap<>();

    private ParameterTable(List<Parameter> tensors) {
        for (Parameter tensor : tensors) {
            if (byName.put(tensor.name(), tensor) != null) {
                throw new IllegalArgumentException("two parameters are named " + tensor.name());
            }
        }
    }

    /**
     * The tensors of a network's layers.
     *
     * @param layers the network
     * @return the table
     * @throws IllegalArgumentException if two tensors have one name
     */
    public static ParameterTable of(NetworkLayers layers) {
        List<Parameter> tensors = new ArrayList<>();
        int trainable = 0;
        for (ParameterSpec tensor :
                layers.layers().flatMap(layer -> layer.parameters().stream()).toList()) {
            tensors.add(new Parameter(
                    tensor.name(),
                    tensor.role(),
                    tensor.shape(),
                    tensor.fanIn(),
                    tensor.fanOut(),
                    trainable,
                    tensor.initial()));
            trainable += tensor.role().isTrainable() ? 1 : 0;
        }
        return new ParameterTable(tensors);
    }

    /**
     * The trainable tensors, in the network's order.
     *
     * @return an unmodifiable list
     */
    public List<Parameter> parameters() {
        return byName.values().stream()
                .filter(tensor -> tensor.role().isTrainable())
                .toList();
    }

    /**
     * The running statistics, in the network's order.
     *
     * @return an unmodifiable list; empty for a network without batch norms
     */
    public List<Parameter> statistics() {
        return byName.values().stream()
                .filter(tensor -> !tensor.role().isTrainable())
                .toList();
    }

    /**
     * All tensors layer by layer: the content of a weights file.
     *
     * @return an unmodifiable list
     */
    public List<Parameter> tensors() {
        return List.copyOf(byName.values());
    }

    /**
     * The weight of a layer.
     *
     * @param layer the layer's name
     * @return the tensor
     * @throws IllegalArgumentException if there is none
     */
    public Parameter weight(String layer) {
        return tensor(layer + ".weight");
    }

    /**
     * The bias of a layer.
     *
     * @param layer the layer's name
     * @return the tensor; empty if the layer has no bias
     */
    public Optional<Parameter> bias(String layer) {
        return Optional.ofNullable(byName.get(layer + ".bias"));
    }

    /**
     * The running mean of a batch norm.
     *
     * @param norm the norm's name
     * @return a tensor of shape {@code [channels]}
     * @throws IllegalArgumentException if there is none
     */
    public Parameter runningMean(String norm) {
        return tensor(norm + ".running_mean");
    }

    /**
     * The running variance of a batch norm.
     *
     * @param norm the norm's name
     * @return a tensor of shape {@code [channels]}
     * @throws IllegalArgumentException if there is none
     */
    public Parameter runningVariance(String norm) {
        return tensor(norm + ".running_var");
    }

    /**
     * A tensor by its full name.
     *
     * @param name such as {@code conv1.weight}
     * @return the tensor
     * @throws IllegalArgumentException if there is none; the message lists all names
     */
    public Parameter tensor(String name) {
        Parameter tensor = byName.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("no parameter " + name + "; there are " + byName.keySet());
        }
        return tensor;
    }

    /**
     * Number of trainable values.
     *
     * @return the sum over {@link #parameters()}
     */
    public long size() {
        return parameters().stream().mapToLong(Parameter::size).sum();
    }

    /**
     * Number of values of the running statistics.
     *
     * @return the sum over {@link #statistics()}
     */
    public long statisticsSize() {
        return statistics().stream().mapToLong(Parameter::size).sum();
    }
}
