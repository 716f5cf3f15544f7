package dev.netwright.processor.network;

import dev.netwright.processor.declaration.InceptionDeclaration;
import dev.netwright.processor.declaration.InceptionDeclaration.Auxiliary;
import dev.netwright.processor.declaration.Written;
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
        convolutions = new ConvolutionForm(inception.norm().isEmpty(), inception.norm());
    }

    /** Expands a legal or repaired declaration. */
    public static NetworkGraph expand(InceptionDeclaration inception) {
        InceptionExpander expander = new InceptionExpander(inception);
        expander.stem(inception.stem());
        int number = FIRST_STAGE;
        for (InceptionDeclaration.Stage stage : inception.stages()) {
            expander.stage(number, stage);
            number++;
        }
        PooledClassifier.add(expander.graph, "pool" + number, inception.dropout(), inception.classes());
        return NetworkGraph.classifier("GoogLeNet (Szegedy et al., 2014)", inception.input(), expander.graph.blocks())
                .withAuxiliaryHeads(expander.heads);
    }

    private void stem(InceptionDeclaration.Stem stem) {
        convolutions.addRectified(graph, "conv1", stem.conv());
        pool("pool1", stem.pool1());
        graph.endBlock("stem1");
        convolutions.addRectified(graph, "conv2_reduce", stem.reduce3x3(), Window.square(1, 1, 0), stem.origin());
        convolutions.addRectified(graph, "conv2", stem.c3x3(), Window.square(3, 1, 1), stem.origin());
        pool("pool2", stem.pool2());
        graph.endBlock("stem2");
    }

    /** The pool is a block of its own, because an auxiliary head may read the module before it. */
    private void stage(int number, InceptionDeclaration.Stage stage) {
        char letter = 'a';
        for (InceptionDeclaration.Module module : stage.modules()) {
            String name = "inception" + number + letter;
            InceptionModule.add(graph, convolutions, name, module.widths());
            graph.endBlock(name);
            String joined = graph.last();
            module.auxiliary().forEach(this::head);
            graph.from(joined);
            letter++;
        }
        for (InceptionDeclaration.Pool pool : stage.pool()) {
            String name = "pool" + number;
            pool(name, pool);
            graph.endBlock(name);
        }
    }

    private void pool(String name, InceptionDeclaration.Pool pool) {
        Window window = Window.square(
                pool.kernel().value(), pool.stride(), pool.padding().value());
        graph.then(
                name,
                new Layer.Pool(PoolKind.MAX, window, pool.isCeil()),
                pool.origin(),
                pool.kernel().origin(),
                pool.padding().origin());
    }

    private void head(Auxiliary auxiliary) {
        String name = "aux" + (heads.size() + 1);
        Window window = Window.square(auxiliary.kernel().value(), auxiliary.stride(), 0);
        Written<Integer> units = auxiliary.units();
        graph.then(
                name + "_pool",
                new Layer.Pool(PoolKind.AVERAGE, window),
                auxiliary.origin(),
                auxiliary.kernel().origin(),
                auxiliary.origin());
        convolutions.addRectified(
                graph, name + "_conv", auxiliary.channels(), Window.square(1, 1, 0), auxiliary.origin());
        graph.then(name + "_fc1", new Layer.Linear(units.value()), units.origin());
        graph.activation(name + "_fc1", ActivationFunction.RELU, units.origin());
        graph.dropout(name + "_drop", auxiliary.dropout(), auxiliary.origin());
        Written<Integer> classes = inception.classes();
        graph.then(name + "_fc2", new Layer.Linear(classes.value()), classes.origin());
        graph.endBlock(name);
        heads.add(new AuxiliaryHead(graph.last(), auxiliary.weight()));
    }
}
