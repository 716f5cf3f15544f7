package dev.netwright.processor.network;

import dev.netwright.operation.Flatten;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.InceptionV3Declaration;
import dev.netwright.processor.diagnostics.Origin;
import java.util.ArrayList;
import java.util.List;

/** Inception-v3 with the names of TensorFlow's network in lower case: conv2b, mixed5b_5x5_1, mixed6a_pool. */
public final class InceptionV3Expander {
    private final InceptionV3Declaration inception;
    private final GraphBuilder graph = new GraphBuilder();
    private final InceptionV3Modules modules;
    private final List<AuxiliaryHead> heads = new ArrayList<>();

    private InceptionV3Expander(InceptionV3Declaration inception) {
        this.inception = inception;
        modules =
                new InceptionV3Modules(graph, new ConvolutionForm(false, List.of(inception.norm())), inception.width());
    }

    /** Expands a declaration. What is tainted in it is tainted in the graph. */
    public static NetworkGraph expand(InceptionV3Declaration inception) {
        return new InceptionV3Expander(inception).graph();
    }

    private NetworkGraph graph() {
        Origin origin = inception.origin();
        stem(origin);
        graph.gapIf(inception.modulesA(), Gap.OF_CHANNELS);
        char letter = 'b';
        for (InceptionV3Declaration.Module module : inception.modulesA().value()) {
            modules.addA("mixed5" + letter, module.channels());
            letter++;
        }
        modules.addB("mixed6a", origin);
        graph.gapIf(inception.modulesC(), Gap.OF_CHANNELS);
        letter = 'b';
        for (InceptionV3Declaration.Module module : inception.modulesC().value()) {
            modules.addC("mixed6" + letter, module.channels());
            letter++;
        }
        String joined = graph.last();
        inception.auxiliary().value().forEach(this::head);
        graph.from(joined);
        modules.addD("mixed7a", origin);
        for (int i = 0; i < inception.modulesE().value(); i++) {
            modules.addE("mixed7" + (char) ('b' + i), inception.modulesE().origin());
        }
        PooledClassifier.add(graph, "pool3", inception.dropout(), inception.classes());
        return NetworkGraph.classifier("Inception-v3 (Szegedy et al., 2015)", inception.input(), graph)
                .withAuxiliaryHeads(heads)
                .withLoss(inception.loss().form());
    }

    private void stem(Origin origin) {
        modules.convolution("conv1a", 32, Window.square(3, 2, 0), origin);
        modules.convolution("conv2a", 32, Window.square(3, 1, 0), origin);
        modules.convolution("conv2b", 64, Window.square(3, 1, 1), origin);
        graph.then("pool1", new Pool.Form(PoolKind.MAX, Window.square(3, 2, 0)), origin);
        graph.endBlock("stem1");
        modules.convolution("conv3b", 80, Window.square(1, 1, 0), origin);
        modules.convolution("conv4a", 192, Window.square(3, 1, 0), origin);
        graph.then("pool2", new Pool.Form(PoolKind.MAX, Window.square(3, 2, 0)), origin);
        graph.endBlock("stem2");
    }

    private void head(InceptionV3Declaration.Auxiliary auxiliary) {
        Origin origin = auxiliary.origin();
        graph.then("aux1_pool", new Pool.Form(PoolKind.AVERAGE, Window.square(5, 3, 0)), origin);
        modules.convolution("aux1_conv0", 128, Window.square(1, 1, 0), origin);
        modules.convolution("aux1_conv1", 768, Window.square(5, 1, 0), origin);
        graph.then("aux1_pool1", new Pool.GlobalForm(), origin);
        graph.then("aux1_flatten", new Flatten.Form(), origin);
        graph.linear("aux1_fc", inception.classes());
        graph.endBlock("aux1");
        heads.add(new AuxiliaryHead(graph.last(), auxiliary.weight().value()));
    }
}
