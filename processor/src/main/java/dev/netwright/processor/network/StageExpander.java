package dev.netwright.processor.network;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.BatchNormDeclaration;
import dev.netwright.processor.declaration.InceptionModuleDeclaration;
import dev.netwright.processor.declaration.Interval;
import dev.netwright.processor.declaration.Sides;
import dev.netwright.processor.declaration.StageDeclaration;
import dev.netwright.processor.declaration.StageLayer;
import java.util.List;

/** Adds stages to a graph: a stage's main layer has the stage's name, its others that name and what they are. */
final class StageExpander implements StageLayer.Visitor {
    private final GraphBuilder graph;
    private Interval channels;
    private boolean isVector;
    private String stage = "";

    StageExpander(GraphBuilder graph, Interval channels) {
        this.graph = graph;
        this.channels = channels;
    }

    /** Whether the last stage gives a vector. */
    boolean isVector() {
        return isVector;
    }

    /** Adds a stage. The first of its layers is its main layer, whatever it is. */
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

    /** Of several main layers nobody knows the places: each is added for its own faults, as if it stood alone somewhere behind the input. */
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
                graph.then(name, new Layer.Activation(function), activation.origin());
            }
            isNamed = true;
        }
        for (StageDeclaration.Dropout dropout : declaration.dropouts()) {
            graph.then(
                    isNamed ? name + "_drop" : name,
                    new Layer.Dropout(dropout.rate().value()),
                    dropout.origin());
        }
    }

    @Override
    public void convolution(StageLayer.Convolution layer) {
        graph.then(
                stage,
                end -> new Layer.Convolution(
                        end.of(layer.channels()),
                        window(end, layer.kernel(), layer.stride(), layer.padding())
                                .dilated(
                                        end.of(layer.dilation().height()),
                                        end.of(layer.dilation().width())),
                        end.of(layer.groups()),
                        layer.hasBias()),
                layer.origin(),
                layer.kernel().origin(),
                layer.groups().origin());
        channels = layer.channels().range();
    }

    @Override
    public void pool(StageLayer.Pool layer) {
        graph.then(
                stage,
                end -> new Layer.Pool(
                        PoolKind.valueOf(layer.kind()),
                        window(end, layer.kernel(), layer.stride(), layer.padding()),
                        end.of(layer.isCeil())),
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
        graph.localResponseNorm(stage, layer.norm());
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
                end -> new Layer.Linear(end.of(layer.units()), layer.hasBias()),
                layer.units().origin());
        isVector = true;
    }

    @Override
    public void residualBlock(StageLayer.ResidualBlock block) {
        ConvolutionForm convolutions = new ConvolutionForm(block.hasConvBias(), List.of(block.norm()));
        ResidualUnit unit = new ResidualUnit(
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

    /** Each layer is a block of the network: a dense block can have a hundred. */
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

    private static Window window(End end, Sides kernel, Sides stride, Sides padding) {
        return new Window(
                end.of(kernel.height()),
                end.of(kernel.width()),
                end.of(stride.height()),
                end.of(stride.width()),
                end.of(padding.height()),
                end.of(padding.width()),
                1,
                1);
    }
}
