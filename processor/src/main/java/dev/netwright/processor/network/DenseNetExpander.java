package dev.netwright.processor.network;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.Interval;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.BatchNormDeclaration;
import dev.netwright.processor.declaration.DenseNetDeclaration;
import dev.netwright.processor.declaration.Written;
import dev.netwright.processor.diagnostics.Origin;
import java.math.BigDecimal;
import java.util.List;

/** DenseNet: dense2_3 is the third layer of the second block, and transition2 follows that block. */
public final class DenseNetExpander {
    private DenseNetExpander() {}

    /** Expands a declaration. What is tainted in it is tainted in the graph. */
    public static NetworkGraph expand(DenseNetDeclaration denseNet) {
        GraphBuilder graph = new GraphBuilder();
        StemLayers.add(graph, denseNet.stem(), new ConvolutionForm(denseNet.hasConvBias(), List.of(denseNet.norm())));
        graph.gapIf(denseNet.blocks(), Gap.OF_ALL);
        Interval channels = denseNet.stem().conv().channels().range();
        Interval growth = denseNet.growth().range();
        int number = 1;
        for (DenseNetDeclaration.Block block : denseNet.blocks().value()) {
            if (number > 1) {
                channels = kept(channels, denseNet.compression());
                transition(graph, denseNet, number - 1, channels);
            }
            DenseLayer layer =
                    new DenseLayer(growth, denseNet.bottleneck().range(), denseNet.hasConvBias(), denseNet.norm());
            for (int i = 1; i <= block.layers().value(); i++) {
                String name = "dense" + number + "_" + i;
                layer.add(graph, name, block.origin());
                graph.endBlock(name);
            }
            if (block.layers().isTainted()) {
                graph.gap(Gap.OF_CHANNELS);
            }
            channels = channels.plus(block.layers().range().times(growth));
            number++;
        }
        normAndRelu(graph, "norm" + number, denseNet.norm(), denseNet.classes().origin());
        PooledClassifier.add(graph, "pool" + number, denseNet.classes());
        return NetworkGraph.classifier("DenseNet (Huang et al., 2016)", denseNet.input(), graph)
                .withLoss(denseNet.loss().form());
    }

    private static void transition(GraphBuilder graph, DenseNetDeclaration denseNet, int number, Interval channels) {
        DenseNetDeclaration.Block before = denseNet.blocks().value().get(number - 1);
        String name = "transition" + number;
        normAndRelu(graph, name + "_norm1", denseNet.norm(), before.origin());
        boolean hasBias = denseNet.hasConvBias();
        graph.then(
                name + "_conv1",
                end -> new Convolution.Form(end.of(channels), Window.square(1, 1, 0), 1, hasBias),
                before.origin());
        graph.then(name + "_pool", new Pool.Form(PoolKind.AVERAGE, Window.square(2, 2, 0)), before.origin());
        graph.endBlock(name);
    }

    private static void normAndRelu(GraphBuilder graph, String name, BatchNormDeclaration norm, Origin origin) {
        graph.normBefore(name, norm, origin);
        graph.activation(name, ActivationFunction.RELU, origin);
    }

    private static Interval kept(Interval channels, Written<Double> compression) {
        return compression.isTainted()
                ? channels.orLess()
                : Interval.between(
                        kept(channels.least(), compression.value()), kept(channels.most(), compression.value()));
    }

    /** In decimal, because 0.29 of 100 channels is 28.999 in binary. */
    private static long kept(long channels, double compression) {
        long kept = BigDecimal.valueOf(channels)
                .multiply(BigDecimal.valueOf(compression))
                .longValue();
        return Math.max(1, Math.min(Integer.MAX_VALUE, kept));
    }
}
