package dev.netwright.processor.network;

import dev.netwright.processor.declaration.BatchNormDeclaration;
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
        addRectified(graph, name, channels, window, origin, origin);
    }

    /** A convolution with its norm and ReLU, whose window another attribute gives. */
    void addRectified(
            GraphBuilder graph, String name, int channels, Window window, Origin origin, Origin windowOrigin) {
        add(graph, name, channels, window, origin, windowOrigin);
        graph.activation(name, ActivationFunction.RELU, origin);
    }

    private void add(
            GraphBuilder graph, String name, int channels, Window window, Origin origin, Origin windowOrigin) {
        graph.then(name, new Layer.Convolution(channels, window, 1, hasBias), origin, windowOrigin);
        graph.norm(name, norm, origin);
    }
}
