package dev.netwright.runtime.kernel;

import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.ParameterSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tensors of a network in the order of its layers: trainable ones, each layer's weight before its bias, and the running
 * statistics of its norms, each mean before its variance.
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

    /** The tensors of a network's layers. */
    public static ParameterTable of(NetworkLayers layers) {
        List<Parameter> tensors = new ArrayList<>();
        int trainable = 0;
        for (ParameterSpec tensor :
                layers.layers().flatMap(layer -> layer.parameters().stream()).toList()) {
            tensors.add(new Parameter(
                    tensor.name(), tensor.role(), tensor.shape(), tensor.fanIn(), tensor.fanOut(), trainable));
            trainable += tensor.role().isTrainable() ? 1 : 0;
        }
        return new ParameterTable(tensors);
    }

    /** The trainable tensors in order. */
    public List<Parameter> parameters() {
        return byName.values().stream()
                .filter(tensor -> tensor.role().isTrainable())
                .toList();
    }

    /** The running statistics in order. */
    public List<Parameter> statistics() {
        return byName.values().stream()
                .filter(tensor -> !tensor.role().isTrainable())
                .toList();
    }

    /** All tensors, layer by layer: what a weights file holds. */
    public List<Parameter> tensors() {
        return List.copyOf(byName.values());
    }

    /** The weight of a layer. */
    public Parameter weight(String layer) {
        return tensor(layer + ".weight");
    }

    /** The bias of a layer, if it has one. */
    public Optional<Parameter> bias(String layer) {
        return Optional.ofNullable(byName.get(layer + ".bias"));
    }

    /** The running mean of a norm. */
    public Parameter runningMean(String norm) {
        return tensor(norm + ".running_mean");
    }

    /** The running variance of a norm. */
    public Parameter runningVariance(String norm) {
        return tensor(norm + ".running_var");
    }

    /**
     * A tensor by its full name.
     *
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    public Parameter tensor(String name) {
        Parameter tensor = byName.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("no parameter " + name + "; there are " + byName.keySet());
        }
        return tensor;
    }

    /** Number of trainable values. */
    public long size() {
        return parameters().stream().mapToLong(Parameter::size).sum();
    }

    /** Number of values of the running statistics. */
    public long statisticsSize() {
        return statistics().stream().mapToLong(Parameter::size).sum();
    }
}
