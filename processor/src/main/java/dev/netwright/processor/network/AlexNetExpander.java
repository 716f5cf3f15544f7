package dev.netwright.processor.network;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.processor.declaration.AlexNetDeclaration;
import dev.netwright.processor.declaration.ConvolutionDeclaration;

/** AlexNet with the names usual for Krizhevsky et al. (2012): conv1, norm1, pool1, fc6. */
public final class AlexNetExpander {
    private static final int FIRST_HIDDEN = 6;

    private AlexNetExpander() {}

    /** Expands a declaration. What is tainted in it is tainted in the graph. */
    public static NetworkGraph expand(AlexNetDeclaration alexNet) {
        GraphBuilder graph = new GraphBuilder();
        convolution(graph, "conv1", alexNet.conv1());
        graph.localResponseNorm("norm1", alexNet.lrn1());
        graph.pool("pool1", alexNet.pool1());
        graph.endBlock("stage1");
        convolution(graph, "conv2", alexNet.conv2());
        graph.localResponseNorm("norm2", alexNet.lrn2());
        graph.pool("pool2", alexNet.pool2());
        graph.endBlock("stage2");
        convolution(graph, "conv3", alexNet.conv3());
        convolution(graph, "conv4", alexNet.conv4());
        convolution(graph, "conv5", alexNet.conv5());
        graph.pool("pool5", alexNet.pool5());
        graph.endBlock("stage3");
        new HiddenLayers(alexNet.hidden(), alexNet.dropoutPlace()).appendTo(graph, FIRST_HIDDEN, alexNet.classes());
        return NetworkGraph.classifier("AlexNet (Krizhevsky et al., 2012)", alexNet.input(), graph)
                .withLoss(alexNet.loss().form());
    }

    private static void convolution(GraphBuilder graph, String name, ConvolutionDeclaration conv) {
        graph.convolution(name, conv).activation(name, ActivationFunction.RELU, conv.origin());
    }
}
