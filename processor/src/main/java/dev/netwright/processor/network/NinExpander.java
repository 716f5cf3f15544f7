package dev.netwright.processor.network;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.Flatten;
import dev.netwright.operation.Interval;
import dev.netwright.operation.Pool;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.ConvolutionDeclaration;
import dev.netwright.processor.declaration.NinDeclaration;
import dev.netwright.processor.declaration.PoolDeclaration;
import dev.netwright.processor.declaration.Written;
import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/**
 * Network in network. A block is an mlpconv layer of Lin et al. (2013), section 3.1; its convolutions are numbered
 * inside it.
 */
public final class NinExpander {
    private NinExpander() {}

    /** Expands a declaration. What is tainted in it is tainted in the graph. */
    public static NetworkGraph expand(NinDeclaration nin) {
        GraphBuilder graph = new GraphBuilder();
        int number = 1;
        graph.gapIf(nin.blocks(), Gap.OF_ALL);
        for (NinDeclaration.Block block : nin.blocks().value()) {
            String name = "mlpconv" + number;
            convolutions(graph, name, block.convolution(), block.pointwise());
            graph.pool("pool" + number, block.pool());
            graph.dropout("drop" + number, block.dropout(), block.convolution().origin());
            graph.endBlock(name);
            number++;
        }
        classMaps(graph, nin, "mlpconv" + number);
        averages(graph, nin, "pool" + number);
        return NetworkGraph.classifier("Network in network (Lin et al., 2013)", nin.input(), graph)
                .withLoss(nin.loss().form());
    }

    private static void convolutions(
            GraphBuilder graph,
            String block,
            ConvolutionDeclaration first,
            Written<List<NinDeclaration.Pointwise>> pointwise) {
        String name = block + "_1";
        graph.convolution(name, first).activation(name, ActivationFunction.RELU, first.origin());
        List<NinDeclaration.Pointwise> others = pointwise.value();
        graph.gapIf(pointwise, Gap.OF_CHANNELS);
        for (int i = 0; i < others.size(); i++) {
            pointwise(
                    graph,
                    block + "_" + (i + 2),
                    others.get(i).channels().range(),
                    others.get(i).origin());
            graph.activation(
                    block + "_" + (i + 2),
                    ActivationFunction.RELU,
                    others.get(i).origin());
            graph.gapIf(pointwise, Gap.OF_CHANNELS);
        }
    }

    private static void pointwise(GraphBuilder graph, String name, Interval channels, Origin origin) {
        graph.then(name, end -> new Convolution.Form(end.of(channels), Window.square(1, 1, 0)), origin);
    }

    private static void classMaps(GraphBuilder graph, NinDeclaration nin, String block) {
        convolutions(graph, block, nin.last().convolution(), nin.last().pointwise());
        String name = block + "_" + (nin.last().pointwise().value().size() + 2);
        pointwise(graph, name, nin.classes().range(), nin.classes().origin());
        if (nin.hasReluOnClassMaps()) {
            graph.activation(name, ActivationFunction.RELU, nin.classes().origin());
        }
        graph.endBlock(block);
    }

    private static void averages(GraphBuilder graph, NinDeclaration nin, String name) {
        Origin origin = nin.classes().origin();
        if (nin.averagePool().value().isEmpty()) {
            graph.then(name, new Pool.GlobalForm(), origin);
        }
        graph.gapIf(nin.averagePool(), Gap.OF_SIDES);
        for (PoolDeclaration pool : nin.averagePool().value()) {
            graph.pool(name, pool).gapIf(nin.averagePool(), Gap.OF_SIDES);
            origin = pool.origin();
        }
        graph.then("flatten", new Flatten.Form(), origin);
        graph.endBlock("classifier");
    }
}
