package dev.netwright.processor.network;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.ActivationKind;
import dev.netwright.processor.declaration.ConvolutionDeclaration;
import dev.netwright.processor.declaration.LeNetDeclaration;
import dev.netwright.processor.declaration.WrittenNumber;

/** LeNet-5 with the layer names of LeCun et al. (1998), section II.B. */
public final class LeNetExpander {
    private static final int FIRST_HIDDEN = 5;

    private LeNetExpander() {}

    /** Expands a declaration. What is tainted in it is tainted in the graph. */
    public static NetworkGraph expand(LeNetDeclaration leNet) {
        ActivationFunction function = function(leNet);
        GraphBuilder graph = new GraphBuilder();
        convolution(graph, leNet, "c1", leNet.c1());
        graph.pool("s2", leNet.s2());
        graph.endBlock("stage1");
        convolution(graph, leNet, "c3", leNet.c3());
        graph.pool("s4", leNet.s4());
        graph.endBlock("stage2");
        int number = FIRST_HIDDEN;
        graph.gapIf(leNet.hiddenUnits(), Gap.OF_ALL);
        for (WrittenNumber units : leNet.hiddenUnits().value()) {
            String name = (number == FIRST_HIDDEN ? "c" : "f") + number;
            graph.linear(name, units).norm(name, leNet.norm()).activation(name, function, units.origin());
            graph.gapIf(leNet.hiddenUnits(), Gap.OF_ALL);
            number++;
        }
        graph.linear("f" + number, leNet.classes());
        graph.endBlock("classifier");
        return NetworkGraph.classifier("LeNet-5 (LeCun et al., 1998)", leNet.input(), graph)
                .withLoss(leNet.loss().form());
    }

    private static void convolution(
            GraphBuilder graph, LeNetDeclaration leNet, String name, ConvolutionDeclaration conv) {
        graph.convolution(name, conv).norm(name, leNet.norm());
        graph.activation(name, function(leNet), conv.origin());
    }

    private static ActivationFunction function(LeNetDeclaration leNet) {
        return ActivationFunction.of(ActivationKind.valueOf(leNet.activation().value()));
    }
}
