package dev.netwright.runtime.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The trainable tensors of a network in the order of its layers, each layer's weight before its bias. */
public final class ParameterTable {
    private final Map<String, Parameter> byName = new LinkedHashMap<>();

    private ParameterTable(List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            if (byName.put(parameter.name(), parameter) != null) {
                throw new IllegalArgumentException("two parameters are named " + parameter.name());
            }
        }
    }

    /** Starts an empty table. */
    public static Builder builder() {
        return new Builder();
    }

    /** All tensors in order. */
    public List<Parameter> parameters() {
        return List.copyOf(byName.values());
    }

    /** The weight of a layer. */
    public Parameter weight(String layer) {
        return parameter(layer + ".weight");
    }

    /** The bias of a layer. */
    public Parameter bias(String layer) {
        return parameter(layer + ".bias");
    }

    /**
     * A tensor by its full name.
     *
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    public Parameter parameter(String name) {
        Parameter parameter = byName.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("no parameter " + name + "; there are " + byName.keySet());
        }
        return parameter;
    }

    /** Number of trainable values. */
    public long size() {
        return byName.values().stream().mapToLong(Parameter::size).sum();
    }

    /** Collects layers in computing order. */
    public static final class Builder {
        private final List<Parameter> parameters = new ArrayList<>();

        private Builder() {}

        /** A convolution: weight {@code [out, in, rows, columns]} and bias {@code [out]}. */
        public Builder convolution(String layer, int out, int in, int rows, int columns) {
            int fanIn = Math.multiplyExact(in, rows * columns);
            int fanOut = Math.multiplyExact(out, rows * columns);
            add(layer + ".weight", Parameter.Role.CONVOLUTION_WEIGHT, List.of(out, in, rows, columns), fanIn, fanOut);
            return add(layer + ".bias", Parameter.Role.CONVOLUTION_BIAS, List.of(out), fanIn, fanOut);
        }

        /** A fully connected layer: weight {@code [out, in]} and bias {@code [out]}. */
        public Builder linear(String layer, int out, int in) {
            add(layer + ".weight", Parameter.Role.LINEAR_WEIGHT, List.of(out, in), in, out);
            return add(layer + ".bias", Parameter.Role.LINEAR_BIAS, List.of(out), in, out);
        }

        /** The table. */
        public ParameterTable build() {
            return new ParameterTable(parameters);
        }

        private Builder add(String name, Parameter.Role role, List<Integer> shape, int fanIn, int fanOut) {
            parameters.add(new Parameter(name, role, shape, fanIn, fanOut, parameters.size()));
            return this;
        }
    }
}
