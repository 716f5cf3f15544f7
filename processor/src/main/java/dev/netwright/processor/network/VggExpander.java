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
        classifier(graph, vgg);
        return NetworkGraph.classifier("VGG (Simonyan and Zisserman, 2014)", vgg.input(), graph.blocks());
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

    private static void classifier(GraphBuilder graph, VggDeclaration vgg) {
        int number = vgg.blocks().size() + 1;
        for (VggDeclaration.Hidden hidden : vgg.hidden()) {
            String name = "fc" + number;
            dropout(graph, vgg, "BEFORE_LINEAR", number, hidden);
            graph.then(
                    name,
                    new Layer.Linear(hidden.units().value()),
                    hidden.units().origin());
            dropout(graph, vgg, "BEFORE_ACTIVATION", number, hidden);
            graph.activation(name, ActivationFunction.RELU, hidden.units().origin());
            dropout(graph, vgg, "AFTER_ACTIVATION", number, hidden);
            number++;
        }
        graph.then(
                "fc" + number,
                new Layer.Linear(vgg.classes().value()),
                vgg.classes().origin());
        graph.endBlock("classifier");
    }

    private static void dropout(
            GraphBuilder graph, VggDeclaration vgg, String place, int number, VggDeclaration.Hidden hidden) {
        if (vgg.dropoutPlace().equals(place) && hidden.dropout() > 0) {
            graph.then(
                    "drop" + number,
                    new Layer.Dropout(hidden.dropout()),
                    hidden.units().origin());
        }
    }
}
