package dev.netwright.processor.network;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Interval;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.Written;
import dev.netwright.processor.declaration.WrittenNumber;
import dev.netwright.processor.diagnostics.Origin;

/**
 * A residual block (He et al., 2015, figure 5): the ReLU of the sum of its convolutions and its input. If the two
 * differ in shape, a 1x1 convolution adapts the input.
 *
 * @param isBottleneck whether it has a 1x1, a 3x3 and a 1x1 convolution instead of two 3x3 ones
 * @param channels of a 3x3 convolution
 * @param expansion the factor between a bottleneck's channels and those of its output
 * @param isStrideFirst whether a bottleneck's first convolution takes the stride instead of its second
 */
record ResidualUnit(
        boolean isBottleneck,
        Interval channels,
        Interval expansion,
        Interval stride,
        boolean isStrideFirst,
        ConvolutionForm convolutions,
        ConvolutionForm shortcut) {

    /** The channels of its output. */
    Interval outputChannels() {
        return isBottleneck ? channels.times(expansion) : channels;
    }

    /** The expansion; if the form can't be read, it may not apply. */
    static Interval expansion(Written<String> form, WrittenNumber expansion) {
        return form.isTainted() ? expansion.range().or(Interval.of(1)) : expansion.range();
    }

    /** Adds it after a node with the given number of channels. */
    void add(GraphBuilder graph, String name, Interval inputChannels, Origin origin) {
        String input = graph.last();
        if (isBottleneck) {
            addBottleneck(graph, name, origin);
        } else {
            addBasic(graph, name, origin);
        }
        String residual = graph.last();
        String added = input;
        if (stride.isApartFrom(Interval.of(1)) || inputChannels.isApartFrom(outputChannels())) {
            graph.from(input);
            shortcut.add(
                    graph, name + "_shortcut", outputChannels(), end -> Window.square(1, end.of(stride), 0), origin);
            added = graph.last();
        }
        graph.sum(name + "_sum", residual, added, origin);
        graph.activation(name + "_sum", ActivationFunction.RELU, origin);
    }

    private void addBasic(GraphBuilder graph, String name, Origin origin) {
        convolutions.addRectified(graph, name + "_conv1", channels, end -> Window.square(3, end.of(stride), 1), origin);
        convolutions.add(graph, name + "_conv2", channels, Window.square(3, 1, 1), origin);
    }

    private void addBottleneck(GraphBuilder graph, String name, Origin origin) {
        ConvolutionForm.WindowForm first = end -> Window.square(1, isStrideFirst ? end.of(stride) : 1, 0);
        ConvolutionForm.WindowForm second = end -> Window.square(3, isStrideFirst ? 1 : end.of(stride), 1);
        convolutions.addRectified(graph, name + "_conv1", channels, first, origin);
        convolutions.addRectified(graph, name + "_conv2", channels, second, origin);
        convolutions.add(graph, name + "_conv3", outputChannels(), Window.square(1, 1, 0), origin);
    }
}
