package dev.netwright.processor.network;

import dev.netwright.operation.Interval;
import dev.netwright.processor.declaration.ResNetDeclaration;
import java.util.List;

/** ResNet with torchvision's names for its blocks: layer2.0 is the first block of the second stage. */
public final class ResNetExpander {
    private ResNetExpander() {}

    /** Expands a declaration. What is tainted in it is tainted in the graph. */
    public static NetworkGraph expand(ResNetDeclaration resNet) {
        ConvolutionForm convolutions = new ConvolutionForm(resNet.hasConvBias(), List.of(resNet.norm()));
        GraphBuilder graph = new GraphBuilder();
        StemLayers.add(graph, resNet.stem(), convolutions);
        graph.gapIf(resNet.stages(), Gap.OF_ALL);
        Interval channels = resNet.stem().conv().channels().range();
        int number = 1;
        for (ResNetDeclaration.Stage stage : resNet.stages().value()) {
            for (int block = 0; block < stage.blocks().value(); block++) {
                Interval stride = block == 0 ? stage.stride().range() : Interval.of(1);
                ResidualUnit unit = unit(resNet, stage, stride, convolutions);
                String name = "layer" + number + "." + block;
                if (resNet.isPreActivated()) {
                    boolean isFirst = number == 1 && block == 0;
                    unit.addPreActivated(graph, name + ".", channels, isFirst, stage.origin());
                } else {
                    unit.add(graph, name + ".", channels, stage.origin());
                }
                graph.endBlock(name);
                channels = unit.outputChannels();
            }
            number++;
        }
        if (resNet.isPreActivated()) {
            convolutions.addNormAndRelu(graph, "norm" + number, resNet.classes().origin());
        }
        PooledClassifier.add(graph, "pool" + number, resNet.classes());
        return NetworkGraph.classifier("ResNet (He et al., 2015)", resNet.input(), graph)
                .withLoss(resNet.loss().form());
    }

    private static ResidualUnit unit(
            ResNetDeclaration resNet, ResNetDeclaration.Stage stage, Interval stride, ConvolutionForm convolutions) {
        return new ResidualUnit(
                resNet.form().value().equals("BOTTLENECK"),
                stage.channels().range(),
                ResidualUnit.expansion(resNet.form(), resNet.expansion()),
                new ResidualUnit.Cardinality(
                        resNet.groups().range(), resNet.widthPerGroup().range()),
                stride,
                resNet.isStrideFirst(),
                convolutions,
                new ResidualUnit.Shortcut(
                        resNet.hasShortcutNorm() ? convolutions : convolutions.withoutNorm(),
                        resNet.hasAverageShortcut()));
    }
}
