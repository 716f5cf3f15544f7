package dev.netwright.processor.network;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Interval;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.InvertedResidualsDeclaration;
import dev.netwright.processor.declaration.WidthFactor;
import dev.netwright.processor.diagnostics.Origin;
import java.util.List;
import java.util.Optional;

/**
 * Networks of inverted residual blocks: stage2.0 is the first block of the second stage, conv1 and conv_last stand around
 * them.
 */
public final class InvertedResidualsExpander {
    private static final Interval ONE = Interval.of(1);

    private final InvertedResidualsDeclaration network;
    private final ActivationFunction function;
    private final boolean isMnasnet;
    private final ConvolutionForm convolutions;
    private final WidthFactor width;
    private final GraphBuilder graph = new GraphBuilder();

    private InvertedResidualsExpander(
            InvertedResidualsDeclaration network, ActivationFunction function, boolean isMnasnet) {
        this.network = network;
        this.function = function;
        this.isMnasnet = isMnasnet;
        convolutions = new ConvolutionForm(false, List.of(network.norm()));
        width = network.width();
    }

    /**
     * MnasNet, with ReLU, whose blocks without expansion are separable convolutions and add nothing. What is tainted in the
     * declaration is tainted in the graph.
     */
    public static NetworkGraph mnasnet(InvertedResidualsDeclaration network) {
        return new InvertedResidualsExpander(network, ActivationFunction.RELU, true)
                .graph("MnasNet (Tan et al., 2018)", network.last().range());
    }

    /** MobileNetV2, with ReLU6. What is tainted in the declaration is tainted in the graph. */
    public static NetworkGraph mobileNetV2(InvertedResidualsDeclaration network) {
        return new InvertedResidualsExpander(network, ActivationFunction.RELU6, false)
                .graph(
                        "MobileNetV2 (Sandler et al., 2018)",
                        network.width()
                                .ifAboveOne()
                                .roundedToEight(network.last().range()));
    }

    private NetworkGraph graph(String paper, Interval last) {
        Origin origin = network.stem().origin();
        Interval channels = width.roundedToEight(network.stem().range());
        convolution("conv1", channels, Window.square(3, 2, 1), origin);
        graph.endBlock("stem");
        graph.gapIf(network.stages(), Gap.OF_ALL);
        int number = 1;
        for (InvertedResidualsDeclaration.Stage stage : network.stages().value()) {
            Interval out = width.roundedToEight(stage.channels().range());
            for (int block = 0; block < stage.blocks().value(); block++) {
                String name = "stage" + number + "." + block;
                block(stage, block == 0, channels, out).add(graph, convolutions, name, channels, stage.origin());
                graph.endBlock(name);
                channels = out;
            }
            number++;
        }
        convolution("conv_last", last, Window.square(1, 1, 0), network.last().origin());
        PooledClassifier.add(graph, "pool", network.dropout(), network.classes());
        return NetworkGraph.classifier(paper, network.input(), graph)
                .withLoss(network.loss().form());
    }

    private InvertedResidual block(
            InvertedResidualsDeclaration.Stage stage, boolean isFirst, Interval inputChannels, Interval channels) {
        Interval expansion = stage.expansion().range();
        return new InvertedResidual(
                inputChannels.times(expansion),
                channels,
                stage.kernel().value(),
                isFirst ? stage.stride().range() : ONE,
                function,
                Optional.empty(),
                isMnasnet && expansion.equals(ONE) ? Optional.empty() : Optional.of(Shortcut.PLAIN));
    }

    private void convolution(String name, Interval channels, Window window, Origin origin) {
        convolutions.add(graph, name, channels, window, origin);
        graph.activation(name, function, origin);
    }
}
