package dev.netwright.processor.network;

import dev.netwright.processor.declaration.BatchNormDeclaration;
import dev.netwright.processor.declaration.InceptionModuleDeclaration;
import dev.netwright.processor.declaration.Sides;
import dev.netwright.processor.declaration.StageDeclaration;
import dev.netwright.processor.declaration.StageLayer;
import java.util.List;

/** Adds stages to a graph: a stage's main layer has the stage's name, its others that name and what they are. */
final class StageExpander implements StageLayer.Visitor {
    private final GraphBuilder graph;
    private int channels;
    private boolean isVector;
    private String stage = "";

    StageExpander(GraphBuilder graph, int channels) {
        this.graph = graph;
        this.channels = channels;
    }

    /** Whether the last stage gives a vector. */
    boolean isVector() {
        return isVector;
    }

    /** Adds a stage. The first of its layers is its main layer, whatever it is. */
    void expand(StageDeclaration declaration, String name) {
        stage = name;
        boolean isNamed = !declaration.layers().isEmpty();
        declaration.layers().forEach(layer -> layer.accept(this));
        for (BatchNormDeclaration norm : declaration.norms()) {
            if (isNamed) {
                graph.norm(name, List.of(norm));
            } else {
                graph.normBefore(name, norm, norm.origin());
            }
            isNamed = true;
        }
        for (StageDeclaration.Activation activation : declaration.activations()) {
            ActivationFunction function = ActivationFunction.valueOf(activation.function());
            if (isNamed) {
                graph.activation(name, function, activation.origin());
            } else {
                graph.then(name, new Layer.Activation(function), activation.origin());
            }
            isNamed = true;
        }
        for (StageDeclaration.Dropout dropout : declaration.dropouts()) {
            graph.then(isNamed ? name + "_drop" : name, new Layer.Dropout(dropout.rate()), dropout.origin());
        }
    }

    @Override
    public void convolution(StageLayer.Convolution layer) {
        Window window = window(layer.kernel(), layer.stride(), layer.padding())
                .dilated(
                        layer.dilation().height().value(),
                        layer.dilation().width().value());
        graph.then(
                stage,
                new Layer.Convolution(layer.channels(), window, layer.groups().value(), layer.hasBias()),
                layer.origin(),
                layer.kernel().origin(),
                layer.groups().origin());
        channels = layer.channels();
    }

    @Override
    public void pool(StageLayer.Pool layer) {
        Window window = window(layer.kernel(), layer.stride(), layer.padding());
        graph.then(
                stage,
                new Layer.Pool(PoolKind.valueOf(layer.kind()), window, layer.isCeil()),
                layer.origin(),
                layer.kernel().origin(),
                layer.padding().origin());
    }

    @Override
    public void globalAveragePool(StageLayer.GlobalAveragePool layer) {
        graph.then(stage, new Layer.GlobalAveragePool(), layer.origin());
    }

    @Override
    public void localResponseNorm(StageLayer.LocalResponseNorm layer) {
        graph.localResponseNorm(stage, List.of(layer.norm()));
    }

    @Override
    public void flatten(StageLayer.Flatten layer) {
        graph.then(stage, new Layer.Flatten(), layer.origin());
        isVector = true;
    }

    @Override
    public void linear(StageLayer.Linear layer) {
        graph.then(
                stage,
                new Layer.Linear(layer.units().value(), layer.hasBias()),
                layer.units().origin());
        isVector = true;
    }

    @Override
    public void residualBlock(StageLayer.ResidualBlock block) {
        ConvolutionForm convolutions = new ConvolutionForm(block.hasConvBias(), List.of(block.norm()));
        ResidualUnit unit = new ResidualUnit(
                block.form().equals("BOTTLENECK"),
                block.channels(),
                block.expansion(),
                block.stride(),
                block.isStrideFirst(),
                convolutions,
                block.hasShortcutNorm() ? convolutions : convolutions.withoutNorm());
        unit.add(graph, stage, channels, block.origin());
        channels = unit.outputChannels();
    }

    @Override
    public void inceptionBlock(StageLayer.InceptionBlock block) {
        ConvolutionForm convolutions = new ConvolutionForm(block.norm().isEmpty(), block.norm());
        InceptionModule.add(graph, convolutions, stage, block.module());
        InceptionModuleDeclaration module = block.module();
        channels = Math.toIntExact(
                Math.min(Integer.MAX_VALUE, (long) module.c1x1() + module.c3x3() + module.c5x5() + module.pool()));
    }

    /** Each layer is a block of the network: a dense block can have a hundred. */
    @Override
    public void denseBlock(StageLayer.DenseBlock block) {
        DenseLayer layer = new DenseLayer(block.growth(), block.bottleneck(), block.hasConvBias(), block.norm());
        for (int i = 1; i <= block.layers(); i++) {
            layer.add(graph, stage + "_" + i, block.origin());
            graph.endBlock(stage + "_" + i);
        }
        channels = Math.toIntExact(Math.min(Integer.MAX_VALUE, channels + (long) block.layers() * block.growth()));
    }

    private static Window window(Sides kernel, Sides stride, Sides padding) {
        return new Window(
                kernel.height().value(),
                kernel.width().value(),
                stride.height().value(),
                stride.width().value(),
                padding.height().value(),
                padding.width().value(),
                1,
                1);
    }
}
