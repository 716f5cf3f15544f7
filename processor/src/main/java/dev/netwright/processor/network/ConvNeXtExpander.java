package dev.netwright.processor.network;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Flatten;
import dev.netwright.operation.Interval;
import dev.netwright.operation.LayerScale;
import dev.netwright.operation.Pool;
import dev.netwright.operation.StochasticDepth;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.ConvNeXtDeclaration;
import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/** ConvNeXt with the names of its authors' program: dwconv, pwconv1 and pwconv2 are the convolutions of a block. */
public final class ConvNeXtExpander {
    private static final Interval EXPANSION = Interval.of(4);
    private static final Window POINT = Window.square(1, 1, 0);

    private final ConvNeXtDeclaration convNeXt;
    private final ConvolutionForm convolutions = new ConvolutionForm(true, List.of());
    private final GraphBuilder graph = new GraphBuilder();
    private final int lastBlock;
    private int blocks;

    private ConvNeXtExpander(ConvNeXtDeclaration convNeXt) {
        this.convNeXt = convNeXt;
        lastBlock = convNeXt.stages().value().stream()
                        .mapToInt(stage -> stage.blocks().value())
                        .sum()
                - 1;
    }

    /** Expands a declaration. What is tainted in it is tainted in the graph. */
    public static NetworkGraph expand(ConvNeXtDeclaration convNeXt) {
        return new ConvNeXtExpander(convNeXt).graph();
    }

    private NetworkGraph graph() {
        int number = 1;
        for (ConvNeXtDeclaration.Stage stage : convNeXt.stages().value()) {
            if (number == 1) {
                convolutions.add(graph, "stem", stage.channels().range(), Window.square(4, 4, 0), stage.origin());
                graph.norm("stem", convNeXt.norm()).endBlock("stem");
            } else {
                downsample("downsample" + (number - 1), stage);
            }
            for (int block = 0; block < stage.blocks().value(); block++) {
                block("stage" + number + "." + block, stage);
            }
            number++;
        }
        graph.gapIf(convNeXt.stages(), Gap.OF_ALL);
        classifier();
        return NetworkGraph.classifier("ConvNeXt (Liu et al., 2022)", convNeXt.input(), graph)
                .withLoss(convNeXt.loss().form());
    }

    private void downsample(String name, ConvNeXtDeclaration.Stage stage) {
        graph.normBefore(name + Node.NORM_SUFFIX, convNeXt.norm());
        convolutions.add(graph, name, stage.channels().range(), Window.square(2, 2, 0), stage.origin());
        graph.endBlock(name);
    }

    /** Figure 4, on the right. */
    private void block(String name, ConvNeXtDeclaration.Stage stage) {
        Origin origin = stage.origin();
        Interval channels = stage.channels().range();
        String input = graph.last();
        convolutions.add(graph, name + ".dwconv", channels, end -> Window.square(7, 1, 3), channels, origin);
        graph.norm(name + ".dwconv", convNeXt.norm());
        convolutions.add(graph, name + ".pwconv1", channels.times(EXPANSION), POINT, origin);
        graph.activation(name + ".pwconv1", ActivationFunction.GELU, origin);
        convolutions.add(graph, name + ".pwconv2", channels, POINT, origin);
        graph.then(name + ".scale", new LayerScale.Form(convNeXt.layerScale().value()), origin);
        double rate = stochasticDepth();
        if (rate > 0) {
            graph.then(name + ".drop", new StochasticDepth.Form(rate), origin);
        }
        graph.sum(name + ".sum", input, graph.last(), origin);
        graph.endBlock(name);
        blocks++;
    }

    /** Section 3.1 with Huang et al. (2016), section 3: 0 in the first block, and the declared rate in the last. */
    private double stochasticDepth() {
        return lastBlock == 0 ? 0 : convNeXt.stochasticDepth().value() * blocks / lastBlock;
    }

    private void classifier() {
        Origin origin = convNeXt.classes().origin();
        graph.then("avgpool", new Pool.GlobalForm(), origin);
        graph.norm("avgpool", convNeXt.norm());
        graph.then("flatten", new Flatten.Form(), origin);
        graph.linear("fc", convNeXt.classes());
        graph.endBlock("classifier");
    }
}
