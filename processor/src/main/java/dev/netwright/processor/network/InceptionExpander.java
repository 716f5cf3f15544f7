package dev.netwright.processor.network;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.InceptionDeclaration;
import dev.netwright.processor.declaration.InceptionDeclaration.Auxiliary;
import dev.netwright.processor.declaration.WrittenNumber;
import java.util.ArrayList;
import java.util.List;

/** Inception networks with the names of Szegedy et al. (2014), table 1: inception4a, pool4; and aux1 for auxiliary heads. */
public final class InceptionExpander {
    private static final int FIRST_STAGE = 3;

    private final InceptionDeclaration inception;
    private final ConvolutionForm convolutions;
    private final GraphBuilder graph = new GraphBuilder();
    private final List<AuxiliaryHead> heads = new ArrayList<>();

    private InceptionExpander(InceptionDeclaration inception) {
        this.inception = inception;
        convolutions = new ConvolutionForm(
                inception.norm().value().isEmpty(), inception.norm().value());
    }

    /** Expands a declaration. What is tainted in it is tainted in the graph. */
    public static NetworkGraph expand(InceptionDeclaration inception) {
        InceptionExpander expander = new InceptionExpander(inception);
        expander.stem(inception.stem());
        int number = FIRST_STAGE;
        expander.graph.gapIf(inception.stages(), Gap.OF_ALL);
        for (InceptionDeclaration.Stage stage : inception.stages().value()) {
            expander.stage(number, stage);
            number++;
        }
        PooledClassifier.add(expander.graph, "pool" + number, inception.dropout(), inception.classes());
        return NetworkGraph.classifier("GoogLeNet (Szegedy et al., 2014)", inception.input(), expander.graph)
                .withAuxiliaryHeads(expander.heads)
                .withLoss(inception.loss().form());
    }

    private void stem(InceptionDeclaration.Stem stem) {
        convolutions.addRectified(graph, "conv1", stem.conv());
        pool("pool1", stem.pool1());
        graph.endBlock("stem1");
        convolutions.addRectified(
                graph, "conv2_reduce", stem.reduce3x3().range(), Window.square(1, 1, 0), stem.origin());
        convolutions.addRectified(graph, "conv2", stem.c3x3().range(), Window.square(3, 1, 1), stem.origin());
        pool("pool2", stem.pool2());
        graph.endBlock("stem2");
    }

    /** The pool has its own block, because an auxiliary head may read the module before it. */
    private void stage(int number, InceptionDeclaration.Stage stage) {
        graph.gapIf(stage.modules(), Gap.OF_CHANNELS);
        char letter = 'a';
        for (InceptionDeclaration.Module module : stage.modules().value()) {
            String name = "inception" + number + letter;
            InceptionModule.add(graph, convolutions, inception.kernel5x5().value(), name, module.widths());
            graph.endBlock(name);
            String joined = graph.last();
            module.auxiliary().value().forEach(this::head);
            graph.from(joined);
            letter++;
        }
        graph.gapIf(stage.modules(), Gap.OF_CHANNELS).gapIf(stage.pool(), Gap.OF_SIDES);
        for (InceptionDeclaration.Pool pool : stage.pool().value()) {
            String name = "pool" + number;
            pool(name, pool);
            graph.gapIf(stage.pool(), Gap.OF_SIDES).endBlock(name);
        }
    }

    private void pool(String name, InceptionDeclaration.Pool pool) {
        graph.then(
                name,
                end -> new Pool.Form(
                        PoolKind.MAX,
                        Window.square(end.of(pool.kernel()), end.of(pool.stride()), end.of(pool.padding())),
                        end.of(pool.isCeil())),
                pool.origin(),
                pool.kernel().origin(),
                pool.padding().origin());
    }

    private void head(Auxiliary auxiliary) {
        String name = "aux" + (heads.size() + 1);
        WrittenNumber units = auxiliary.units();
        graph.then(
                name + "_pool",
                end -> new Pool.Form(
                        PoolKind.AVERAGE, Window.square(end.of(auxiliary.kernel()), end.of(auxiliary.stride()), 0)),
                auxiliary.origin(),
                auxiliary.kernel().origin(),
                auxiliary.origin());
        convolutions.addRectified(
                graph, name + "_conv", auxiliary.channels().range(), Window.square(1, 1, 0), auxiliary.origin());
        graph.linear(name + "_fc1", units);
        graph.activation(name + "_fc1", ActivationFunction.RELU, units.origin());
        graph.dropout(name + "_drop", auxiliary.dropout(), auxiliary.origin());
        graph.linear(name + "_fc2", inception.classes());
        graph.endBlock(name);
        heads.add(new AuxiliaryHead(graph.last(), auxiliary.weight().value()));
    }
}
