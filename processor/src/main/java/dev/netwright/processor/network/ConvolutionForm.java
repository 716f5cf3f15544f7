package dev.netwright.processor.network;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.Interval;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.BatchNormDeclaration;
import dev.netwright.processor.declaration.ConvolutionDeclaration;
import dev.netwright.processor.declaration.End;
import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/**
 * The settings that all convolutions of a network share.
 *
 * @param norm the batch norm after it: at most one
 */
record ConvolutionForm(boolean hasBias, List<BatchNormDeclaration> norm) {
    private static final Interval UNGROUPED = Interval.of(1);

    /** A window at one end of the intervals of its numbers. */
    @FunctionalInterface
    interface WindowForm {
        Window at(End end);
    }

    ConvolutionForm {
        norm = List.copyOf(norm);
    }

    /** The same without batch norm. */
    ConvolutionForm withoutNorm() {
        return new ConvolutionForm(hasBias, List.of());
    }

    /** A convolution with its norm. */
    void add(GraphBuilder graph, String name, Interval channels, Window window, Origin origin) {
        add(graph, name, channels, end -> window, origin);
    }

    /** The same with a window of which some numbers may be tainted. */
    void add(GraphBuilder graph, String name, Interval channels, WindowForm window, Origin origin) {
        add(graph, name, channels, window, UNGROUPED, origin, origin);
    }

    /** The same in groups, which divide the channels of its input and output. */
    void add(GraphBuilder graph, String name, Interval channels, WindowForm window, Interval groups, Origin origin) {
        add(graph, name, channels, window, groups, origin, origin);
    }

    /** A convolution with its norm and ReLU. */
    void addRectified(GraphBuilder graph, String name, Interval channels, Window window, Origin origin) {
        addRectified(graph, name, channels, end -> window, origin);
    }

    /** The same with a window of which some numbers may be tainted. */
    void addRectified(GraphBuilder graph, String name, Interval channels, WindowForm window, Origin origin) {
        add(graph, name, channels, window, UNGROUPED, origin, origin);
        graph.activation(name, ActivationFunction.RELU, origin);
    }

    /** A declared convolution with its norm and ReLU. */
    void addRectified(GraphBuilder graph, String name, ConvolutionDeclaration conv) {
        WindowForm window = end -> Window.square(end.of(conv.kernel()), end.of(conv.stride()), end.of(conv.padding()));
        add(
                graph,
                name,
                conv.channels().range(),
                window,
                UNGROUPED,
                conv.origin(),
                conv.kernel().origin());
        graph.activation(name, ActivationFunction.RELU, conv.origin());
    }

    /** Its norm under a name of its own, and ReLU, for a convolution that follows them. */
    void addNormAndRelu(GraphBuilder graph, String name, Origin origin) {
        norm.forEach(declared -> graph.normBefore(name, declared, origin));
        graph.activation(name, ActivationFunction.RELU, origin);
    }

    private void add(
            GraphBuilder graph,
            String name,
            Interval channels,
            WindowForm window,
            Interval groups,
            Origin origin,
            Origin windowOrigin) {
        graph.then(
                name,
                end -> new Convolution.Form(end.of(channels), window.at(end), end.of(groups), hasBias),
                origin,
                windowOrigin,
                origin);
        graph.norm(name, norm, origin);
    }
}
