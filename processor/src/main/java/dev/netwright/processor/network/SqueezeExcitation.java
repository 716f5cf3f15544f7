package dev.netwright.processor.network;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Interval;
import dev.netwright.operation.Pool;
import dev.netwright.operation.Window;
import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/**
 * Squeeze and excitation (Hu et al., 2018, figure 2) with torchvision's names: the means of the channels pass the
 * convolutions fc1 and fc2, and the result multiplies the channels.
 *
 * @param width the number of channels between the two convolutions
 * @param activation the function after fc1
 * @param gate the function after fc2, whose values multiply the channels
 */
record SqueezeExcitation(Interval width, ActivationFunction activation, ActivationFunction gate) {
    private static final ConvolutionForm CONVOLUTIONS = new ConvolutionForm(true, List.of());
    private static final Window PIXEL = Window.square(1, 1, 0);

    /** Adds it after a node with the given number of channels, which it keeps. */
    void add(GraphBuilder graph, String name, Interval channels, Origin origin) {
        String input = graph.last();
        graph.then(name + "_avgpool", new Pool.GlobalForm(), origin);
        CONVOLUTIONS.add(graph, name + "_fc1", width, PIXEL, origin);
        graph.activation(name + "_fc1", activation, origin);
        CONVOLUTIONS.add(graph, name + "_fc2", channels, PIXEL, origin);
        graph.activation(name + "_fc2", gate, origin);
        graph.product(name + "_product", input, graph.last(), origin);
    }
}
