package dev.netwright.processor.network;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Flatten;
import dev.netwright.operation.Interval;
import dev.netwright.operation.Linear;
import dev.netwright.operation.Pool;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.MobileNetV3Declaration;
import dev.netwright.processor.declaration.MobileNetV3Variant;
import dev.netwright.processor.declaration.WidthFactor;
import dev.netwright.processor.diagnostics.Origin;
import java.util.List;
import java.util.Optional;

/** MobileNetV3 with the blocks' name of Howard et al. (2019), bneck; conv1 and conv_last stand around them. */
public final class MobileNetV3Expander {
    private static final int LAST_EXPANSION = 6;

    private final MobileNetV3Declaration mobileNet;
    private final ConvolutionForm convolutions;
    private final Origin origin;
    private final GraphBuilder graph = new GraphBuilder();

    private MobileNetV3Expander(MobileNetV3Declaration mobileNet) {
        this.mobileNet = mobileNet;
        convolutions = new ConvolutionForm(false, List.of(mobileNet.norm()));
        origin = mobileNet.variant().origin();
    }

    /** Expands a declaration. What is tainted in it is tainted in the graph. */
    public static NetworkGraph expand(MobileNetV3Declaration mobileNet) {
        return new MobileNetV3Expander(mobileNet).graph();
    }

    private NetworkGraph graph() {
        Interval channels = scaled(MobileNetV3Variant.STEM);
        convolution("conv1", channels, Window.square(3, 2, 1));
        graph.endBlock("stem");
        graph.gapIf(mobileNet.variant(), Gap.OF_ALL);
        int number = 1;
        for (MobileNetV3Variant.Block row : mobileNet.table().blocks()) {
            String name = "bneck" + number;
            block(row).add(graph, convolutions, name, channels, origin);
            graph.endBlock(name);
            channels = scaled(row.channels());
            number++;
        }
        convolution("conv_last", channels.times(Interval.of(LAST_EXPANSION)), Window.square(1, 1, 0));
        classifier();
        return NetworkGraph.classifier("MobileNetV3 (Howard et al., 2019)", mobileNet.input(), graph)
                .withLoss(mobileNet.loss().form());
    }

    private InvertedResidual block(MobileNetV3Variant.Block row) {
        Interval inside = scaled(row.expanded());
        Optional<SqueezeExcitation> excitation = row.isGated()
                ? Optional.of(new SqueezeExcitation(
                        WidthFactor.quarterRoundedToEight(inside),
                        ActivationFunction.RELU,
                        ActivationFunction.HARD_SIGMOID))
                : Optional.empty();
        return new InvertedResidual(
                inside,
                scaled(row.channels()),
                row.kernel(),
                Interval.of(row.stride()),
                row.function(),
                excitation,
                Optional.of(Shortcut.PLAIN));
    }

    private void classifier() {
        Interval hidden = scaled(mobileNet.table().hidden());
        graph.then("pool", new Pool.GlobalForm(), origin);
        graph.then("flatten", new Flatten.Form(), origin);
        graph.then("fc1", end -> new Linear.Form(end.of(hidden)), origin);
        graph.activation("fc1", ActivationFunction.HARD_SWISH, origin);
        graph.dropout("drop", mobileNet.dropout(), origin);
        graph.linear("fc2", mobileNet.classes());
        graph.endBlock("classifier");
    }

    private Interval scaled(int channels) {
        return mobileNet.width().roundedToEight(Interval.of(channels));
    }

    private void convolution(String name, Interval channels, Window window) {
        convolutions.add(graph, name, channels, window, origin);
        graph.activation(name, ActivationFunction.HARD_SWISH, origin);
    }
}
