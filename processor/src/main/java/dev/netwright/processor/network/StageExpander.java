package dev.netwright.processor.network;

import dev.netwright.operation.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Flatten;
import dev.netwright.operation.Interval;
import dev.netwright.operation.ShapeBounds;
import dev.netwright.processor.declaration.End;
import dev.netwright.processor.declaration.NormDeclaration;
import dev.netwright.processor.declaration.StageDeclaration;
import dev.netwright.processor.declaration.StageLayer;
import dev.netwright.processor.declaration.Written;
import dev.netwright.processor.diagnostics.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds stages to a graph: a stage's main layer has the stage's name, and its other layers have that name with a suffix.
 * Residual blocks, inception modules, the layers of dense blocks and each repetition of a user's block are blocks of the
 * graph. The layers between them form blocks that end after each pool.
 */
final class StageExpander implements StageLayer.Visitor {
    private static final int MOST_LAYERS_IN_BLOCK = 10;

    private final GraphBuilder graph;
    private StageScope scope;
    private String stage = "";
    private String block = "";

    private StageExpander(GraphBuilder graph, StageScope scope) {
        this.graph = graph;
        this.scope = scope;
    }

    /**
     * Adds the stages of a network.
     *
     * @param stages tainted if there may be others at unknown places
     * @param isClassifier whether an output that is an image is flattened to class scores
     */
    static void expand(GraphBuilder graph, Written<List<StageDeclaration>> stages, boolean isClassifier) {
        StageExpander expander = new StageExpander(graph, new StageScope("", graph.last()));
        expander.addAll(stages.value(), stages.isTainted(), isClassifier);
        expander.endBlock();
    }

    /** Adds one stage under a name, without ending its block; the stages that it reads are unknown. */
    static void expand(GraphBuilder graph, StageDeclaration stage, String name) {
        new StageExpander(graph, new StageScope("", graph.last())).expand(stage, name);
    }

    private void addAll(List<StageDeclaration> stages, boolean isTainted, boolean isClassifier) {
        List<StageName> names = StageName.of(stages, scope.prefix());
        for (int i = 0; i < stages.size(); i++) {
            StageDeclaration next = stages.get(i);
            boolean isUnit = next.layers().stream().anyMatch(StageExpander::isUnit);
            if (isUnit || graph.openLayers() >= MOST_LAYERS_IN_BLOCK) {
                endBlock();
            }
            nameBlock(names.get(i).name());
            expand(next, names.get(i).name());
            if (isTainted) {
                graph.gap(Gap.OF_ALL);
            }
            if (isClassifier
                    && i == stages.size() - 1
                    && !graph.bounds(graph.last()).isVector()) {
                nameBlock(names.get(i).flattened());
                graph.then(names.get(i).flattened(), new Flatten.Form(), next.outputOrigin());
            }
            if (isUnit || next.layers().stream().anyMatch(StageExpander::isPool)) {
                endBlock();
            }
        }
    }

    /** Never the name of a class that the generated source imports, such as Pool or Linear. */
    private void nameBlock(String first) {
        if (graph.openLayers() == 0) {
            block = StageName.identifier(first) + "Block";
        }
    }

    /** Ends the open block, if it has layers. */
    private void endBlock() {
        if (graph.openLayers() > 0) {
            graph.endBlock(block);
        }
    }

    private static boolean isUnit(StageLayer layer) {
        return layer instanceof StageLayer.ResidualBlock
                || layer instanceof StageLayer.InceptionBlock
                || layer instanceof StageLayer.DenseBlock
                || layer instanceof StageLayer.SqueezeExcite
                || layer instanceof StageLayer.BlockUse;
    }

    private static boolean isPool(StageLayer layer) {
        return layer instanceof StageLayer.WindowedPool
                || layer instanceof StageLayer.GlobalPool
                || layer instanceof StageLayer.AdaptivePool;
    }

    /** Adds a stage. The first of its layers is its main layer. */
    private void expand(StageDeclaration next, String name) {
        for (Written<String> from : next.from()) {
            read(from);
        }
        String input = graph.last();
        if (isPresent(next)) {
            add(next, name);
        }
        if (next.isTainted() || next.presence() == StageDeclaration.Presence.UNKNOWN) {
            graph.gap(Gap.OF_ALL).from(input).gap(Gap.OF_ALL);
        }
        scope.add(next.name(), graph.last());
    }

    /** Makes the next layer read a stage; if there is none of this name, an unknown value. */
    private void read(Written<String> name) {
        scope.output(name.value()).ifPresentOrElse(graph::from, () -> graph.gap(Gap.OF_ALL));
    }

    private boolean isPresent(StageDeclaration next) {
        return switch (next.presence()) {
            case ALWAYS, UNKNOWN -> true;
            case NEVER -> false;
            case UNLESS_SAME_SHAPE -> !next.layers().stream().allMatch(this::keepsShape);
        };
    }

    /** Whether a layer's output certainly has the shape of what it reads. */
    private boolean keepsShape(StageLayer layer) {
        ShapeBounds input = graph.bounds(graph.last());
        return layer instanceof StageLayer.Single single
                && input.isExact()
                && single.at(End.LEAST).output(single.at(End.MOST), input).equals(input);
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
        for (NormDeclaration norm : declaration.norms()) {
            if (isNamed) {
                graph.norm(name, norm);
            } else {
                graph.normBefore(name, norm);
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
            graph.then(isNamed ? name + "_drop" : name, dropout.form(), dropout.origin());
        }
    }

    @Override
    public void single(StageLayer.Single layer) {
        graph.then(stage, layer::at, layer.layerOrigin(), layer.windowOrigin(), layer.partOrigin());
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
        unit.add(graph, stage + "_", graph.bounds(graph.last()).channels(), block.origin());
    }

    @Override
    public void inceptionBlock(StageLayer.InceptionBlock block) {
        ConvolutionForm convolutions =
                new ConvolutionForm(block.norm().value().isEmpty(), block.norm().value());
        InceptionModule.add(graph, convolutions, stage, block.module());
    }

    /** Each layer is its own block of the network, because a dense block can have a hundred. */
    @Override
    public void denseBlock(StageLayer.DenseBlock block) {
        Interval growth = block.growth().range();
        DenseLayer layer = new DenseLayer(growth, block.bottleneck().range(), block.hasConvBias(), block.norm());
        for (int i = 1; i <= block.layers().value(); i++) {
            layer.add(graph, stage + "_" + i, block.origin());
            graph.endBlock(StageName.identifier(stage) + "_" + i);
        }
        if (block.layers().isTainted()) {
            graph.gap(Gap.OF_CHANNELS);
        }
    }

    @Override
    public void join(StageLayer.Join join) {
        List<Written<String>> names = join.inputs().value();
        List<String> nodes = new ArrayList<>();
        List<Origin> origins = new ArrayList<>();
        for (Written<String> name : names) {
            Optional<String> node = scope.output(name.value());
            boolean isLeftOut = join.isOfSameShape()
                    && node.isPresent()
                    && !nodes.isEmpty()
                    && !graph.bounds(nodes.get(0)).equals(graph.bounds(node.get()));
            if (!isLeftOut) {
                nodes.add(node.orElse(graph.last()));
                origins.add(name.origin());
            }
            if (node.isEmpty()) {
                graph.gap(Gap.OF_ALL);
            }
        }
        if (nodes.size() < 2) {
            nodes.forEach(graph::from);
            if (join.inputs().isTainted()) {
                graph.gap(Gap.OF_ALL);
            }
        } else if (join.kind() == StageLayer.JoinKind.CONCAT) {
            graph.join(stage, nodes, join.origin());
        } else {
            chain(join.kind(), nodes, origins);
        }
    }

    /** Sums and products of more than two values are computed two by two. */
    private void chain(StageLayer.JoinKind kind, List<String> nodes, List<Origin> origins) {
        String joined = nodes.get(0);
        for (int i = 1; i < nodes.size(); i++) {
            String name = i == nodes.size() - 1 ? stage : stage + "_part" + i;
            if (kind == StageLayer.JoinKind.SUM) {
                graph.sum(name, joined, nodes.get(i), origins.get(i));
            } else {
                graph.product(name, joined, nodes.get(i), origins.get(i));
            }
            joined = name;
        }
    }

    /** {@code layer1.0.conv1} is the stage conv1 of the first repetition in the stage layer1. */
    @Override
    public void blockUse(StageLayer.BlockUse use) {
        StageScope outer = scope;
        String name = stage;
        for (int i = 0; i < use.repetitions().size(); i++) {
            String numbered = use.isNumbered() ? name + "." + i : name;
            scope = new StageScope(numbered + ".", graph.last());
            int before = graph.blocks().size();
            addAll(use.repetitions().get(i), false, false);
            if (use.isNumbered() && graph.blocks().size() == before) {
                block = numbered;
            }
            endBlock();
        }
        if (use.isTainted()) {
            graph.gap(Gap.OF_ALL);
        }
        scope = outer;
        stage = name;
    }

    @Override
    public void squeezeExcite(StageLayer.SqueezeExcite block) {
        SqueezeExcitation unit = new SqueezeExcitation(
                block.width().range(),
                block.activation().value().equals("SILU") ? ActivationFunction.SILU : ActivationFunction.RELU,
                block.gate().value().equals("HARD_SIGMOID")
                        ? ActivationFunction.HARD_SIGMOID
                        : ActivationFunction.SIGMOID);
        unit.add(graph, stage, graph.bounds(graph.last()).channels(), block.origin());
    }
}
