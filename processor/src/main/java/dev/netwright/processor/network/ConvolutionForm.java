package dev.netwright.processor.network;

import dev.netwright.processor.declaration.BatchNormDeclaration;
import dev.netwright.processor.declaration.ConvolutionDeclaration;
import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/**
 * What every convolution of a network has in common.
 *
 * @param norm the batch norm after it: at most one
 */
record ConvolutionForm(boolean hasBias, List<BatchNormDeclaration> norm) {
    ConvolutionForm {
        norm = List.copyOf(norm);
    }

    /** The same without batch norm. */
    ConvolutionForm withoutNorm() {
        return new ConvolutionForm(hasBias, List.of());
    }

    /** A convolution with its norm. */
    void add(GraphBuilder graph, String name, int channels, Window window, Origin origin) {
        add(graph, name, channels, window, origin, origin);
    }

    /** A convolution with its norm and ReLU. */
    void addRectified(GraphBuilder graph, String name, int channels, Window window, Origin origin) {
        add(graph, name, channels, window, origin, origin);
        graph.activation(name, ActivationFunction.RELU, origin);
    }

    /** A declared convolution with its norm and ReLU. */
    void addRectified(GraphBuilder graph, String name, ConvolutionDeclaration conv) {
        Window window = Window.square(conv.kernel().value(), conv.stride(), conv.padding());
        add(graph, name, conv.channels(), window, conv.origin(), conv.kernel().origin());
        graph.activation(name, ActivationFunction.RELU, conv.origin());
    }

    private void add(GraphBuilder graph, String name, int channels, Window window, Origin origin, Origin windowOrigin) {
        graph.then(name, new Layer.Convolution(channels, window, 1, hasBias), origin, windowOrigin, origin);
        graph.norm(name, norm, origin);
    }
}
