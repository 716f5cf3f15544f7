package dev.netwright.processor.network;

import dev.netwright.processor.declaration.VggDeclaration;

/** VGG with the names usual for Simonyan and Zisserman (2014): conv3_2, pool3, fc6. */
public final class VggExpander {
    private VggExpander() {}

    /** Expands a legal or repaired declaration. */
    public static NetworkGraph expand(VggDeclaration vgg) {
        GraphBuilder graph = new GraphBuilder();
        for (int i = 0; i < vgg.blocks().size(); i++) {
            block(graph, i + 1, vgg.blocks().get(i), vgg.ratio().value());
        }
        new HiddenLayers(vgg.hidden(), vgg.dropoutPlace())
                .appendTo(graph, vgg.blocks().size() + 1, vgg.classes());
        return NetworkGraph.classifier("VGG (Simonyan and Zisserman, 2014)", vgg.input(), graph.blocks())
                .withLoss(Loss.valueOf(vgg.loss()));
    }

    private static void block(GraphBuilder graph, int number, VggDeclaration.Block block, int ratio) {
        int channels = Math.max(1, block.channels().value() / ratio);
        int kernel = block.kernel().value();
        int convs = block.convs().value();
        for (int i = 0; i < convs + block.pointwise().value(); i++) {
            String name = "conv" + number + "_" + (i + 1);
            Window window = i < convs ? Window.square(kernel, 1, kernel / 2) : Window.square(1, 1, 0);
            graph.then(name, new Layer.Convolution(channels, window), block.origin());
            graph.activation(name, ActivationFunction.RELU, block.origin());
        }
        graph.localResponseNorm("norm" + number, block.lrn());
        graph.then("pool" + number, new Layer.Pool(PoolKind.MAX, Window.square(2, 2, 0)), block.origin());
        graph.endBlock("block" + number);
    }
}
