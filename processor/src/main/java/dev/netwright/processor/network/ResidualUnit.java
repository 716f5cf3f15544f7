package dev.netwright.processor.network;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Interval;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.Written;
import dev.netwright.processor.declaration.WrittenNumber;
import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/**
 * A residual block (He et al., 2015, figure 5): the ReLU of the sum of its convolutions and its input. If the two
 * differ in shape, a 1x1 convolution adapts the input.
 *
 * @param isBottleneck whether it has a 1x1, a 3x3 and a 1x1 convolution instead of two 3x3 ones
 * @param channels of a 3x3 convolution, if a bottleneck's cardinality doesn't change them
 * @param expansion the factor between a bottleneck's channels and those of its output
 * @param cardinality of a bottleneck's 3x3 convolution
 * @param isStrideFirst whether a bottleneck's first convolution takes the stride instead of its second
 */
record ResidualUnit(
        boolean isBottleneck,
        Interval channels,
        Interval expansion,
        Cardinality cardinality,
        Interval stride,
        boolean isStrideFirst,
        ConvolutionForm convolutions,
        Shortcut shortcut) {
    private static final Interval ONE = Interval.of(1);

    /**
     * The groups of a convolution (Xie et al., 2016).
     *
     * @param widthPerGroup channels of a group if the block has 64 channels
     */
    record Cardinality(Interval groups, Interval widthPerGroup) {
        private static final int USUAL_WIDTH = 64;

        /** One group that has the block's channels. */
        static final Cardinality NONE = new Cardinality(ONE, Interval.of(USUAL_WIDTH));

        /** The convolution's channels: a multiple of the groups. */
        Interval width(Interval channels) {
            return new Interval(
                    width(channels.least(), widthPerGroup.least(), groups.least()),
                    width(channels.most(), widthPerGroup.most(), groups.most()));
        }

        private static int width(int channels, int widthPerGroup, int groups) {
            long ofGroup = (long) channels * widthPerGroup / USUAL_WIDTH;
            return (int) Math.max(1, Math.min(ofGroup, Integer.MAX_VALUE / groups)) * groups;
        }
    }

    /**
     * How an input of another shape is adapted.
     *
     * @param convolution the 1x1 convolution
     * @param isAveraged whether an average pool has the stride instead of it (He et al., 2018, figure 2c)
     */
    record Shortcut(ConvolutionForm convolution, boolean isAveraged) {}

    /** One of its convolutions. */
    private record Part(String name, Interval channels, ConvolutionForm.WindowForm window, Interval groups) {
        void add(GraphBuilder graph, ConvolutionForm convolutions, Origin origin) {
            convolutions.add(graph, name, channels, window, groups, origin);
        }
    }

    /** A block without groups whose shortcut, if it has one, is a single convolution. */
    static ResidualUnit plain(
            boolean isBottleneck,
            Interval channels,
            Interval expansion,
            Interval stride,
            boolean isStrideFirst,
            ConvolutionForm convolutions,
            ConvolutionForm shortcut) {
        return new ResidualUnit(
                isBottleneck,
                channels,
                expansion,
                Cardinality.NONE,
                stride,
                isStrideFirst,
                convolutions,
                new Shortcut(shortcut, false));
    }

    /** The channels of its output. */
    Interval outputChannels() {
        return isBottleneck ? channels.times(expansion) : channels;
    }

    /** The expansion; if the form can't be read, it may not apply. */
    static Interval expansion(Written<String> form, WrittenNumber expansion) {
        return form.isTainted() ? expansion.range().or(ONE) : expansion.range();
    }

    /**
     * Adds it after a node with the given number of channels.
     *
     * @param prefix what the names of its layers begin with: {@code layer1.0.}, {@code block_}
     */
    void add(GraphBuilder graph, String prefix, Interval inputChannels, Origin origin) {
        String input = graph.last();
        List<Part> parts = parts(prefix);
        for (Part part : parts.subList(0, parts.size() - 1)) {
            part.add(graph, convolutions, origin);
            graph.activation(part.name(), ActivationFunction.RELU, origin);
        }
        parts.get(parts.size() - 1).add(graph, convolutions, origin);
        String residual = graph.last();
        if (changesShape(inputChannels)) {
            addShortcut(graph.from(input), prefix + "shortcut", shortcut.convolution(), origin);
            input = graph.last();
        }
        addSum(graph, prefix + "sum", residual, input, origin);
        graph.activation(prefix + "sum", ActivationFunction.RELU, origin);
    }

    /**
     * Adds it with norm and ReLU before each convolution and nothing after the sum (He et al., 2016, figure 4e).
     *
     * @param prefix what the names of its layers begin with
     * @param isActivated whether its input comes from a ReLU, so that the first convolution has no norm of its own
     */
    void addPreActivated(
            GraphBuilder graph, String prefix, Interval inputChannels, boolean isActivated, Origin origin) {
        String input = graph.last();
        String activated = input;
        List<Part> parts = parts(prefix);
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0 || !isActivated) {
                convolutions.addNormAndRelu(graph, prefix + "norm" + (i + 1), origin);
            }
            activated = i == 0 ? graph.last() : activated;
            parts.get(i).add(graph, convolutions.withoutNorm(), origin);
        }
        String residual = graph.last();
        if (changesShape(inputChannels)) {
            addShortcut(
                    graph.from(activated),
                    prefix + "shortcut",
                    shortcut.convolution().withoutNorm(),
                    origin);
            input = graph.last();
        }
        addSum(graph, prefix + "sum", residual, input, origin);
    }

    /** A sum has the bounds of its first input: of the branch with the pool, which alone may not fit. */
    private void addSum(GraphBuilder graph, String name, String residual, String input, Origin origin) {
        if (averages()) {
            graph.sum(name, input, residual, origin);
        } else {
            graph.sum(name, residual, input, origin);
        }
    }

    private boolean averages() {
        return shortcut.isAveraged() && stride.isApartFrom(ONE);
    }

    private boolean changesShape(Interval inputChannels) {
        return stride.isApartFrom(ONE) || inputChannels.isApartFrom(outputChannels());
    }

    /** The pool rounds sizes up, as a padded 3x3 convolution with the same stride does. */
    private void addShortcut(GraphBuilder graph, String name, ConvolutionForm convolution, Origin origin) {
        if (averages()) {
            graph.then(
                    name + "_pool",
                    end -> new Pool.Form(PoolKind.AVERAGE, Window.square(end.of(stride), end.of(stride), 0), true),
                    origin);
        }
        convolution.add(
                graph, name, outputChannels(), end -> Window.square(1, averages() ? 1 : end.of(stride), 0), origin);
    }

    private List<Part> parts(String prefix) {
        if (!isBottleneck) {
            return List.of(
                    new Part(prefix + "conv1", channels, end -> Window.square(3, end.of(stride), 1), ONE),
                    new Part(prefix + "conv2", channels, end -> Window.square(3, 1, 1), ONE));
        }
        Interval width = cardinality.width(channels);
        ConvolutionForm.WindowForm first = end -> Window.square(1, isStrideFirst ? end.of(stride) : 1, 0);
        ConvolutionForm.WindowForm second = end -> Window.square(3, isStrideFirst ? 1 : end.of(stride), 1);
        return List.of(
                new Part(prefix + "conv1", width, first, ONE),
                new Part(prefix + "conv2", width, second, cardinality.groups()),
                new Part(prefix + "conv3", outputChannels(), end -> Window.square(1, 1, 0), ONE));
    }
}
