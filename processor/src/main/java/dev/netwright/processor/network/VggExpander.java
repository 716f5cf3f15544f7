package dev.netwright.processor.network;

import dev.netwright.operation.Interval;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.VggDeclaration;
import java.util.List;

/** VGG with the names usual for Simonyan and Zisserman (2014): conv3_2, pool3, fc6. */
public final class VggExpander {
    private VggExpander() {}

    /** Expands a declaration. What is tainted in it is tainted in the graph. */
    public static NetworkGraph expand(VggDeclaration vgg) {
        ConvolutionForm convolutions =
                new ConvolutionForm(vgg.hasConvBias(), vgg.norm().value());
        GraphBuilder graph = new GraphBuilder();
        List<VggDeclaration.Block> blocks = vgg.blocks().value();
        graph.gapIf(vgg.blocks(), Gap.OF_ALL);
        for (int i = 0; i < blocks.size(); i++) {
            block(graph, i + 1, blocks.get(i), vgg.ratio().range(), convolutions);
        }
        new HiddenLayers(vgg.hidden(), vgg.dropoutPlace()).appendTo(graph, blocks.size() + 1, vgg.classes());
        return NetworkGraph.classifier("VGG (Simonyan and Zisserman, 2014)", vgg.input(), graph)
                .withLoss(vgg.loss().form());
    }

    /**
     * A convolution keeps the size, whatever its kernel is. A block without convolutions gets the channels of one,
     * because the fix adds one.
     */
    private static void block(
            GraphBuilder graph, int number, VggDeclaration.Block block, Interval ratio, ConvolutionForm convolutions) {
        Interval written = block.channels().range();
        Interval channels = Interval.between(
                Math.max(1, written.least() / ratio.most()), Math.max(1, written.most() / ratio.least()));
        int kernel = block.kernel().value();
        int pointwise = block.pointwise().value();
        int convs = pointwise == 0
                ? Math.max(1, block.convs().value())
                : block.convs().value();
        for (int i = 0; i < convs + pointwise; i++) {
            String name = "conv" + number + "_" + (i + 1);
            Window window = i < convs ? Window.square(kernel, 1, kernel / 2) : Window.square(1, 1, 0);
            convolutions.addRectified(graph, name, channels, window, block.origin());
        }
        graph.localResponseNorm("norm" + number, block.lrn());
        graph.then("pool" + number, new Pool.Form(PoolKind.MAX, Window.square(2, 2, 0)), block.origin());
        graph.endBlock("block" + number);
    }
}
