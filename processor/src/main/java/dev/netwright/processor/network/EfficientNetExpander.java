package dev.netwright.processor.network;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Interval;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.EfficientNetDeclaration;
import dev.netwright.processor.declaration.EfficientNetTable;
import dev.netwright.processor.diagnostics.Origin;
import java.util.List;
import java.util.Optional;

/** EfficientNet: stage2.0 is the first block of the second stage, conv1 and conv_last stand around them. */
public final class EfficientNetExpander {
    private static final int LAST_EXPANSION = 4;

    private final EfficientNetDeclaration efficientNet;
    private final ConvolutionForm convolutions;
    private final Origin origin;
    private final GraphBuilder graph = new GraphBuilder();

    private EfficientNetExpander(EfficientNetDeclaration efficientNet) {
        this.efficientNet = efficientNet;
        convolutions = new ConvolutionForm(false, List.of(efficientNet.norm()));
        origin = efficientNet.variant().origin();
    }

    /** Expands a declaration. What is tainted in it is tainted in the graph. */
    public static NetworkGraph expand(EfficientNetDeclaration efficientNet) {
        return new EfficientNetExpander(efficientNet).graph();
    }

    private NetworkGraph graph() {
        EfficientNetTable table = efficientNet.published().table();
        Interval channels = efficientNet.channels(table.stem());
        convolution("conv1", channels, Window.square(3, 2, 1));
        graph.endBlock("stem");
        graph.gapIf(efficientNet.variant(), Gap.OF_ALL);
        graph.gapIf(efficientNet.depth(), Gap.OF_ALL);
        int count = table.stages().stream().mapToInt(efficientNet::blocks).sum();
        int done = 0;
        int number = 1;
        for (EfficientNetTable.Stage stage : table.stages()) {
            int blocks = efficientNet.blocks(stage);
            for (int block = 0; block < blocks; block++) {
                String name = "stage" + number + "." + block;
                block(
                        stage,
                        block == 0,
                        channels,
                        efficientNet.stochasticDepth().value() * done / count,
                        name);
                graph.endBlock(name);
                channels = efficientNet.channels(stage.channels());
                done++;
            }
            number++;
        }
        Interval last = table.last().isPresent()
                ? efficientNet.channels(table.last().getAsInt())
                : channels.times(Interval.of(LAST_EXPANSION));
        convolution("conv_last", last, Window.square(1, 1, 0));
        PooledClassifier.add(graph, "pool", efficientNet.dropout(), efficientNet.classes());
        return NetworkGraph.classifier("EfficientNet (Tan and Le, 2019 and 2021)", efficientNet.input(), graph)
                .withLoss(efficientNet.loss().form());
    }

    private void block(EfficientNetTable.Stage stage, boolean isFirst, Interval input, double rate, String name) {
        Optional<SqueezeExcitation> excitation = stage.isFused()
                ? Optional.empty()
                : Optional.of(
                        new SqueezeExcitation(quarter(input), ActivationFunction.SILU, ActivationFunction.SIGMOID));
        InvertedResidual residual = new InvertedResidual(
                input.times(Interval.of(stage.expansion())),
                efficientNet.channels(stage.channels()),
                stage.kernel(),
                Interval.of(isFirst ? stage.stride() : 1),
                ActivationFunction.SILU,
                excitation,
                Optional.of(new Shortcut(rate)));
        if (stage.isFused()) {
            residual.addFused(graph, convolutions, name, input, origin);
        } else {
            residual.add(graph, convolutions, name, input, origin);
        }
    }

    /** A quarter of a block's input, of which every table has at least 8 channels. */
    private static Interval quarter(Interval channels) {
        return Interval.between(Math.max(1, channels.least() / 4), Math.max(1, channels.most() / 4));
    }

    private void convolution(String name, Interval channels, Window window) {
        convolutions.add(graph, name, channels, window, origin);
        graph.activation(name, ActivationFunction.SILU, origin);
    }
}
