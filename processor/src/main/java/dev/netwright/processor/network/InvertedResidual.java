package dev.netwright.processor.network;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Interval;
import dev.netwright.operation.Window;
import dev.netwright.processor.diagnostics.Origin;
import java.util.Optional;

/**
 * An inverted residual block (Sandler et al., 2018, figure 4): a 1x1 convolution to more channels, a depthwise one, and a
 * linear 1x1 convolution to fewer. If it keeps the shape, its input may be added.
 *
 * @param inside channels of the depthwise convolution; as many as those of the input omit the first convolution
 * @param channels of its output
 * @param kernel of the depthwise convolution, odd
 * @param function after the first two convolutions
 * @param excitation squeeze and excitation after the depthwise convolution (Tan et al., 2018, figure 7)
 * @param shortcut how its input is added if it keeps the shape
 */
record InvertedResidual(
        Interval inside,
        Interval channels,
        int kernel,
        Interval stride,
        ActivationFunction function,
        Optional<SqueezeExcitation> excitation,
        Optional<Shortcut> shortcut) {
    private static final Interval ONE = Interval.of(1);
    private static final Window POINT = Window.square(1, 1, 0);

    /** Adds it after a node with the given number of channels. */
    void add(GraphBuilder graph, ConvolutionForm convolutions, String name, Interval inputChannels, Origin origin) {
        String input = graph.last();
        if (!inside.equals(inputChannels)) {
            convolutions.add(graph, name + ".expand", inside, POINT, origin);
            graph.activation(name + ".expand", function, origin);
        }
        convolutions.add(graph, name + ".depthwise", inside, window(), inside, origin);
        graph.activation(name + ".depthwise", function, origin);
        excitation.ifPresent(unit -> unit.add(graph, name + ".se", inside, origin));
        convolutions.add(graph, name + ".project", channels, POINT, origin);
        addShortcut(graph, name, input, inputChannels, origin);
    }

    /**
     * Adds the block with one convolution instead of the pointwise and the depthwise one (Tan and Le, 2021, figure 2:
     * Fused-MBConv). If it doesn't widen its input, it is that convolution alone.
     */
    void addFused(
            GraphBuilder graph, ConvolutionForm convolutions, String name, Interval inputChannels, Origin origin) {
        String input = graph.last();
        if (inside.equals(inputChannels)) {
            convolutions.add(graph, name + ".conv", channels, window(), origin);
            graph.activation(name + ".conv", function, origin);
        } else {
            convolutions.add(graph, name + ".expand", inside, window(), origin);
            graph.activation(name + ".expand", function, origin);
            convolutions.add(graph, name + ".project", channels, POINT, origin);
        }
        addShortcut(graph, name, input, inputChannels, origin);
    }

    private ConvolutionForm.WindowForm window() {
        return end -> Window.square(kernel, end.of(stride), kernel / 2);
    }

    private void addShortcut(GraphBuilder graph, String name, String input, Interval inputChannels, Origin origin) {
        if (!stride.isApartFrom(ONE) && !inputChannels.isApartFrom(channels)) {
            shortcut.ifPresent(sum -> sum.add(graph, name, input, origin));
        }
    }
}
