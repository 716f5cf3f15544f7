package dev.netwright.processor.network;

import dev.netwright.processor.diagnostics.Origin;

/**
 * A residual block (He et al., 2015, figure 5): the ReLU of the sum of its convolutions and its input. If the two differ in
 * shape, a 1x1 convolution fits the input to the sum.
 *
 * @param isBottleneck whether it has a 1x1, a 3x3 and a 1x1 convolution instead of two 3x3 ones
 * @param channels of a 3x3 convolution
 * @param expansion what a bottleneck's channels are multiplied by at its end
 * @param isStrideFirst whether a bottleneck's first convolution takes the stride instead of its second
 */
record ResidualUnit(
        boolean isBottleneck,
        int channels,
        int expansion,
        int stride,
        boolean isStrideFirst,
        ConvolutionForm convolutions,
        ConvolutionForm shortcut) {

    /** The channels that it gives. */
    int outputChannels() {
        return isBottleneck ? (int) Math.min(Integer.MAX_VALUE, (long) channels * expansion) : channels;
    }

    /** Adds it behind a node of some channels. */
    void add(GraphBuilder graph, String name, int inputChannels, Origin origin) {
        String input = graph.last();
        if (isBottleneck) {
            addBottleneck(graph, name, origin);
        } else {
            addBasic(graph, name, origin);
        }
        String residual = graph.last();
        String added = input;
        if (stride != 1 || inputChannels != outputChannels()) {
            graph.from(input);
            shortcut.add(graph, name + "_shortcut", outputChannels(), Window.square(1, stride, 0), origin);
            added = graph.last();
        }
        graph.sum(name + "_sum", residual, added, origin);
        graph.activation(name + "_sum", ActivationFunction.RELU, origin);
    }

    private void addBasic(GraphBuilder graph, String name, Origin origin) {
        convolutions.addRectified(graph, name + "_conv1", channels, Window.square(3, stride, 1), origin);
        convolutions.add(graph, name + "_conv2", channels, Window.square(3, 1, 1), origin);
    }

    private void addBottleneck(GraphBuilder graph, String name, Origin origin) {
        Window first = Window.square(1, isStrideFirst ? stride : 1, 0);
        Window second = Window.square(3, isStrideFirst ? 1 : stride, 1);
        convolutions.addRectified(graph, name + "_conv1", channels, first, origin);
        convolutions.addRectified(graph, name + "_conv2", channels, second, origin);
        convolutions.add(graph, name + "_conv3", outputChannels(), Window.square(1, 1, 0), origin);
    }
}
