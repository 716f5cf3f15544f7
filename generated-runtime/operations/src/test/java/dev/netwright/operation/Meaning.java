package dev.netwright.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What layers and operations compute of the images, as numbered terms: two values have one number if and only if their terms are
 * equal, where a rectifier is written before the dropouts with which it commutes.
 */
final class Meaning {
    private final Mode mode;
    private final Map<List<Object>, Integer> numbers = new HashMap<>();
    private final Map<Integer, List<Object>> terms = new HashMap<>();

    Meaning(Mode mode) {
        this.mode = mode;
    }

    /** The term of each value by its name. */
    Map<String, Integer> of(List<? extends Layer> layers) {
        Map<String, Integer> values = new HashMap<>(Map.of(Value.IMAGES, term("images")));
        for (Layer layer : layers) {
            List<Integer> inputs = layer.inputs().stream()
                    .map(input -> Objects.requireNonNull(
                            values.get(input.name()), () -> input.name() + " is read before it is computed"))
                    .toList();
            values.put(
                    layer.name(),
                    layer instanceof Operation operation
                            ? activated(operation.function(), operation.accept(new Term(inputs)))
                            : inputs.get(0));
        }
        return values;
    }

    private int activated(ActivationFunction function, int input) {
        if (function.isIdentity()) {
            return input;
        }
        List<Object> term = Objects.requireNonNull(terms.get(input));
        return function.isPositivelyHomogeneous() && term.get(0).equals("dropout")
                ? term("dropout", term.get(1), term.get(2), activated(function, (Integer) term.get(3)))
                : term(function, input);
    }

    private int term(Object... parts) {
        List<Object> term = List.of(parts);
        Integer known = numbers.putIfAbsent(term, numbers.size());
        int number = known == null ? numbers.size() - 1 : known;
        terms.put(number, term);
        return number;
    }

    /** What an operation computes before its function. */
    private final class Term implements Operation.Visitor<Integer> {
        private final List<Integer> inputs;
        private final int first;

        Term(List<Integer> inputs) {
            this.inputs = inputs;
            first = inputs.get(0);
        }

        @Override
        public Integer activation(Activation operation) {
            return first;
        }

        @Override
        public Integer adaptiveAveragePool(AdaptiveAveragePool operation) {
            return term("adaptive pool", operation.output().shape(), first);
        }

        @Override
        public Integer transposedConvolution(TransposedConvolution operation) {
            return term(
                    operation.parameters(),
                    operation.window(),
                    operation.groups(),
                    operation.output().shape(),
                    first);
        }

        @Override
        public Integer upsample(Upsample operation) {
            return term(operation.interpolation(), operation.output().shape(), first);
        }

        @Override
        public Integer add(Add operation) {
            return term("sum", inputs);
        }

        @Override
        public Integer batchNorm(BatchNorm operation) {
            return norm(operation, first);
        }

        private int norm(BatchNorm norm, int input) {
            return mode == Mode.TRAINING
                    ? term(norm.parameters(), norm.epsilon(), norm.momentum(), norm.runningVariance(), input)
                    : term(norm.parameters(), norm.epsilon(), input);
        }

        @Override
        public Integer concat(Concat operation) {
            return term("join", inputs);
        }

        @Override
        public Integer convolution(Convolution operation) {
            return term(operation.parameters(), operation.window(), operation.groups(), first);
        }

        @Override
        public Integer convolutionNorm(ConvolutionNorm operation) {
            int convolved = convolution(operation.convolution());
            return norm(operation.norm(), activated(operation.convolution().function(), convolved));
        }

        @Override
        public Integer dropout(Dropout operation) {
            return mode == Mode.TRAINING && operation.rate() > 0
                    ? term("dropout", operation.name(), operation.rate(), first)
                    : first;
        }

        @Override
        public Integer groupNorm(GroupNorm operation) {
            return term(operation.parameters(), operation.groups(), operation.epsilon(), first);
        }

        @Override
        public Integer layerNorm(LayerNorm operation) {
            return term(operation.parameters(), operation.epsilon(), first);
        }

        @Override
        public Integer layerScale(LayerScale operation) {
            return term(operation.parameters(), first);
        }

        @Override
        public Integer stochasticDepth(StochasticDepth operation) {
            return mode == Mode.TRAINING && operation.rate() > 0
                    ? term("stochastic depth", operation.name(), operation.rate(), first)
                    : first;
        }

        @Override
        public Integer linear(Linear operation) {
            return term(operation.parameters(), first);
        }

        @Override
        public Integer channelShuffle(ChannelShuffle operation) {
            return term("shuffle", operation.groups(), first);
        }

        @Override
        public Integer channelSplit(ChannelSplit operation) {
            return term("part", operation.part(), operation.parts(), first);
        }

        @Override
        public Integer localResponseNorm(LocalResponseNorm operation) {
            return term(operation.size(), operation.alpha(), operation.beta(), operation.k(), first);
        }

        @Override
        public Integer multiply(Multiply operation) {
            return term("product", inputs);
        }

        @Override
        public Integer pool(Pool operation) {
            return term(operation.kind(), operation.window(), operation.output().shape(), first);
        }
    }
}
