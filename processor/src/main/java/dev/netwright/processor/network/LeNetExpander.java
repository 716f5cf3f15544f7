package dev.netwright.processor.network;

import dev.netwright.processor.declaration.LeNetDeclaration;
import dev.netwright.processor.declaration.Written;

/** LeNet-5 with the layer names of LeCun et al. (1998), section II.B. */
public final class LeNetExpander {
    private static final int FIRST_HIDDEN = 5;

    private LeNetExpander() {}

    /** Expands a legal or repaired declaration. */
    public static NetworkGraph expand(LeNetDeclaration leNet) {
        ActivationFunction function = ActivationFunction.valueOf(leNet.activation());
        GraphBuilder graph = new GraphBuilder();
        convolution(graph, "c1", leNet.c1(), function);
        pool(graph, "s2", leNet.s2());
        graph.endBlock("stage1");
        convolution(graph, "c3", leNet.c3(), function);
        pool(graph, "s4", leNet.s4());
        graph.endBlock("stage2");
        int number = FIRST_HIDDEN;
        for (Written<Integer> units : leNet.hiddenUnits()) {
            String name = (number == FIRST_HIDDEN ? "c" : "f") + number;
            graph.then(name, new Layer.Linear(units.value()), units.origin());
            graph.activation(name, function, units.origin());
            number++;
        }
        graph.then(
                "f" + number,
                new Layer.Linear(leNet.classes().value()),
                leNet.classes().origin());
        graph.endBlock("classifier");
        return NetworkGraph.classifier("LeNet-5 (LeCun et al., 1998)", leNet.input(), graph.blocks());
    }

    private static void convolution(
            GraphBuilder graph, String name, LeNetDeclaration.Conv conv, ActivationFunction function) {
        Window window = Window.square(conv.kernel().value(), conv.stride(), conv.padding());
        graph.then(
                name,
                new Layer.Convolution(conv.channels(), window),
                conv.origin(),
                conv.kernel().origin());
        graph.activation(name, function, conv.origin());
    }

    private static void pool(GraphBuilder graph, String name, LeNetDeclaration.Pool pool) {
        Window window = Window.square(pool.kernel(), pool.stride(), 0);
        graph.then(name, new Layer.Pool(PoolKind.valueOf(pool.kind()), window), pool.origin());
    }
}
