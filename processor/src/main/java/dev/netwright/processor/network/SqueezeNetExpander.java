package dev.netwright.processor.network;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Flatten;
import dev.netwright.operation.Interval;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.SqueezeNetDeclaration;
import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/**
 * SqueezeNet with the names of Iandola et al. (2016), table 1: convolutions and fire modules have a common number, and a
 * pool has that of the layer before it.
 */
public final class SqueezeNetExpander {
    private final SqueezeNetDeclaration squeezeNet;
    private final ConvolutionForm convolutions = new ConvolutionForm(true, List.of());
    private final GraphBuilder graph = new GraphBuilder();
    private int number = 1;

    private SqueezeNetExpander(SqueezeNetDeclaration squeezeNet) {
        this.squeezeNet = squeezeNet;
    }

    /** Expands a declaration. What is tainted in it is tainted in the graph. */
    public static NetworkGraph expand(SqueezeNetDeclaration squeezeNet) {
        return new SqueezeNetExpander(squeezeNet).graph();
    }

    private NetworkGraph graph() {
        convolutions.addRectified(graph, "conv1", squeezeNet.conv1());
        graph.endBlock("stem");
        graph.gapIf(squeezeNet.stages(), Gap.OF_ALL);
        squeezeNet.stages().value().forEach(this::stage);
        classifier();
        return NetworkGraph.classifier("SqueezeNet (Iandola et al., 2016)", squeezeNet.input(), graph)
                .withLoss(squeezeNet.loss().form());
    }

    private void stage(SqueezeNetDeclaration.Stage stage) {
        String pool = "pool" + number;
        graph.then(pool, new Pool.Form(PoolKind.MAX, Window.square(3, 2, 0), true), stage.origin());
        graph.endBlock(pool);
        graph.gapIf(stage.fires(), Gap.OF_CHANNELS);
        stage.fires().value().forEach(this::fire);
        graph.gapIf(stage.fires(), Gap.OF_CHANNELS);
    }

    private void fire(SqueezeNetDeclaration.Fire fire) {
        number++;
        String name = "fire" + number;
        convolution(name + "_squeeze", fire.squeeze().range(), 1, fire.origin());
        String squeezed = graph.last();
        convolution(name + "_expand1x1", fire.expand1x1().range(), 1, fire.origin());
        String narrow = graph.last();
        graph.from(squeezed);
        convolution(name + "_expand3x3", fire.expand3x3().range(), 3, fire.origin());
        graph.join(name + "_join", List.of(narrow, graph.last()), fire.origin());
        graph.endBlock(name);
    }

    private void classifier() {
        Origin origin = squeezeNet.classes().origin();
        graph.dropout("drop" + number, squeezeNet.dropout(), origin);
        number++;
        String name = "conv" + number;
        convolutions.add(graph, name, squeezeNet.classes().range(), Window.square(1, 1, 0), origin);
        if (squeezeNet.hasReluOnClassMaps()) {
            graph.activation(name, ActivationFunction.RELU, origin);
        }
        graph.then("pool" + number, new Pool.GlobalForm(), origin);
        graph.then("flatten", new Flatten.Form(), origin);
        graph.endBlock("classifier");
    }

    /** A convolution that keeps the size, with bias and ReLU. */
    private void convolution(String name, Interval channels, int kernel, Origin origin) {
        convolutions.addRectified(graph, name, channels, Window.square(kernel, 1, kernel / 2), origin);
    }
}
