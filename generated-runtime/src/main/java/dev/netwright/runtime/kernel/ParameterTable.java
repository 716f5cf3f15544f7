package dev.netwright.runtime.kernel;

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

    /** Starts an empty table. */
    public static Builder builder() {
        return new Builder();
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

    /** Collects layers in computing order. */
    public static final class Builder {
        private final List<Parameter> tensors = new ArrayList<>();
        private int trainable;

        private Builder() {}

        /** A convolution: weight {@code [out, in / groups, rows, columns]} and bias {@code [out]}. */
        public Builder convolution(String layer, int out, int inPerGroup, int rows, int columns) {
            int fanIn = Math.multiplyExact(inPerGroup, rows * columns);
            int fanOut = Math.multiplyExact(out, rows * columns);
            convolutionWithoutBias(layer, out, inPerGroup, rows, columns);
            return add(layer + ".bias", Parameter.Role.CONVOLUTION_BIAS, List.of(out), fanIn, fanOut);
        }

        /** A convolution without bias. */
        public Builder convolutionWithoutBias(String layer, int out, int inPerGroup, int rows, int columns) {
            int fanIn = Math.multiplyExact(inPerGroup, rows * columns);
            int fanOut = Math.multiplyExact(out, rows * columns);
            List<Integer> shape = List.of(out, inPerGroup, rows, columns);
            return add(layer + ".weight", Parameter.Role.CONVOLUTION_WEIGHT, shape, fanIn, fanOut);
        }

        /** A fully connected layer: weight {@code [out, in]} and bias {@code [out]}. */
        public Builder linear(String layer, int out, int in) {
            linearWithoutBias(layer, out, in);
            return add(layer + ".bias", Parameter.Role.LINEAR_BIAS, List.of(out), in, out);
        }

        /** A fully connected layer without bias. */
        public Builder linearWithoutBias(String layer, int out, int in) {
            return add(layer + ".weight", Parameter.Role.LINEAR_WEIGHT, List.of(out, in), in, out);
        }

        /** A batch norm: weight, bias, running mean and running variance, each {@code [channels]}. */
        public Builder norm(String norm, int channels) {
            List<Integer> shape = List.of(channels);
            add(norm + ".weight", Parameter.Role.NORM_WEIGHT, shape, 1, 1);
            add(norm + ".bias", Parameter.Role.NORM_BIAS, shape, 1, 1);
            add(norm + ".running_mean", Parameter.Role.RUNNING_MEAN, shape, 1, 1);
            return add(norm + ".running_var", Parameter.Role.RUNNING_VARIANCE, shape, 1, 1);
        }

        /** The table. */
        public ParameterTable build() {
            return new ParameterTable(tensors);
        }

        private Builder add(String name, Parameter.Role role, List<Integer> shape, int fanIn, int fanOut) {
            tensors.add(new Parameter(name, role, shape, fanIn, fanOut, trainable));
            trainable += role.isTrainable() ? 1 : 0;
            return this;
        }
    }
}
