package dev.netwright.processor.network;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.Interval;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.BatchNormDeclaration;
import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/**
 * One layer of a dense block (Huang et al., 2016, section 3): its input, joined with a few channels computed from it.
 *
 * @param growth the channels that it adds
 * @param bottleneck channels of the 1x1 convolution before the 3x3 one as a multiple of the growth; 0 omits it
 * @param norm the batch norm before each convolution
 */
record DenseLayer(Interval growth, Interval bottleneck, boolean hasBias, BatchNormDeclaration norm) {
    /** Adds it after the last node. */
    void add(GraphBuilder graph, String name, Origin origin) {
        String input = graph.last();
        int convolutions = 0;
        if (bottleneck.least() > 0) {
            convolutions++;
            addConvolution(graph, name, convolutions, bottleneck.times(growth), Window.square(1, 1, 0), origin);
        }
        addConvolution(graph, name, convolutions + 1, growth, Window.square(3, 1, 1), origin);
        graph.join(name + "_join", List.of(input, graph.last()), origin);
    }

    /** Batch norm, ReLU and a convolution, all with the convolution's number. */
    private void addConvolution(
            GraphBuilder graph, String name, int number, Interval channels, Window window, Origin origin) {
        String before = name + "_norm" + number;
        graph.normBefore(before, norm, origin).activation(before, ActivationFunction.RELU, origin);
        graph.then(name + "_conv" + number, end -> new Convolution.Form(end.of(channels), window, 1, hasBias), origin);
    }
}
