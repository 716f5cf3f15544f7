package dev.netwright.processor.network;

import dev.netwright.operation.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.Interval;
import dev.netwright.operation.ShapeBounds;
import dev.netwright.processor.declaration.BatchNormDeclaration;
import dev.netwright.processor.declaration.End;
import dev.netwright.processor.declaration.InceptionModuleDeclaration;
import dev.netwright.processor.declaration.StageDeclaration;
import dev.netwright.processor.declaration.StageLayer;
import java.util.List;

/**
 * Adds stages to a graph: a stage's main layer has the stage's name, and its other layers have that name with a suffix.
 */
final class StageExpander implements StageLayer.Visitor {
    private final GraphBuilder graph;
    private Interval channels;
    private boolean isVector;
    private String stage = "";

    StageExpander(GraphBuilder graph, Interval channels) {
        this.graph = graph;
        this.channels = channels;
    }

    /** Whether the last stage's output is a vector. */
    boolean isVector() {
        return isVector;
    }

    /** Adds a stage. The first of its layers is its main layer. */
    void expand(StageDeclaration declaration, String name) {
        String input = graph.last();
        boolean wasVector = isVector;
        add(declaration, name);
        if (declaration.isTainted()) {
            graph.gap(Gap.OF_ALL).from(input).gap(Gap.OF_ALL);
            isVector = wasVector;
            channels = Interval.POSITIVE;
        }
    }

    /**
     * The places of several main layers are unknown: each is added for its own faults, as if it were the only one, at
     * an unknown place after the input.
     */
    private void addOthers(StageDeclaration declaration, String name) {
        String input = graph.last();
        String other = name;
        for (StageLayer layer :
                declaration.layers().subList(1, declaration.layers().size())) {
            other += "_";
            stage = other;
            layer.accept(this);
            graph.gap(Gap.OF_ALL).from(input);
        }
    }

    private void add(StageDeclaration declaration, String name) {
        boolean isNamed = !declaration.layers().isEmpty();
        if (isNamed) {
            addOthers(declaration, name);
            stage = name;
            declaration.layers().get(0).accept(this);
        }
        for (BatchNormDeclaration norm : declaration.norms()) {
            if (isNamed) {
                graph.norm(name, List.of(norm), norm.origin());
            } else {
                graph.normBefore(name, norm, norm.origin());
            }
            isNamed = true;
        }
        for (StageDeclaration.Activation activation : declaration.activations()) {
            ActivationFunction function = activation.function();
            if (isNamed) {
                graph.activation(name, function, activation.origin());
            } else {
                graph.then(name, new Activation.Form(function), activation.origin());
            }
            isNamed = true;
        }
        for (StageDeclaration.Dropout dropout : declaration.dropouts()) {
            graph.then(
                    isNamed ? name + "_drop" : name,
                    new Dropout.Form(dropout.rate().value()),
                    dropout.origin());
        }
    }

    @Override
    public void single(StageLayer.Single layer) {
        graph.then(stage, layer::at, layer.layerOrigin(), layer.windowOrigin(), layer.partOrigin());
        ShapeBounds output = layer.at(End.LEAST).output(layer.at(End.MOST), ShapeBounds.image(channels));
        if (output.isVector()) {
            isVector = true;
        } else {
            channels = output.channels();
        }
    }

    @Override
    public void residualBlock(StageLayer.ResidualBlock block) {
        ConvolutionForm convolutions = new ConvolutionForm(block.hasConvBias(), List.of(block.norm()));
        ResidualUnit unit = ResidualUnit.plain(
                block.form().value().equals("BOTTLENECK"),
                block.channels().range(),
                ResidualUnit.expansion(block.form(), block.expansion()),
                block.stride().range(),
                block.isStrideFirst(),
                convolutions,
                block.hasShortcutNorm() ? convolutions : convolutions.withoutNorm());
        unit.add(graph, stage, channels, block.origin());
        channels = unit.outputChannels();
    }

    @Override
    public void inceptionBlock(StageLayer.InceptionBlock block) {
        ConvolutionForm convolutions =
                new ConvolutionForm(block.norm().value().isEmpty(), block.norm().value());
        InceptionModule.add(graph, convolutions, stage, block.module());
        InceptionModuleDeclaration module = block.module();
        channels = module.c1x1()
                .range()
                .plus(module.c3x3().range())
                .plus(module.c5x5().range())
                .plus(module.pool().range());
    }

    /** Each layer is its own block of the network, because a dense block can have a hundred. */
    @Override
    public void denseBlock(StageLayer.DenseBlock block) {
        Interval growth = block.growth().range();
        DenseLayer layer = new DenseLayer(growth, block.bottleneck().range(), block.hasConvBias(), block.norm());
        for (int i = 1; i <= block.layers().value(); i++) {
            layer.add(graph, stage + "_" + i, block.origin());
            graph.endBlock(stage + "_" + i);
        }
        if (block.layers().isTainted()) {
            graph.gap(Gap.OF_CHANNELS);
        }
        channels = channels.plus(block.layers().range().times(growth));
    }

    @Override
    public void squeezeExcite(StageLayer.SqueezeExcite block) {
        SqueezeExcitation unit = new SqueezeExcitation(
                block.width().range(),
                block.activation().value().equals("SILU") ? ActivationFunction.SILU : ActivationFunction.RELU,
                ActivationFunction.SIGMOID);
        unit.add(graph, stage, channels, block.origin());
    }
}
