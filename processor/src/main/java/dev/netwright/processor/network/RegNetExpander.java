package dev.netwright.processor.network;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Interval;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.RegNetDeclaration;
import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/** RegNet with torchvision's names: block1.0 is the first block of the first stage, a, b and c are its convolutions. */
public final class RegNetExpander {
    private static final Window POINT = Window.square(1, 1, 0);

    private final RegNetDeclaration regNet;
    private final ConvolutionForm convolutions;
    private final Origin origin;
    private final GraphBuilder graph = new GraphBuilder();

    private RegNetExpander(RegNetDeclaration regNet) {
        this.regNet = regNet;
        convolutions = new ConvolutionForm(false, List.of(regNet.norm()));
        origin = regNet.origin();
    }

    /** Expands a declaration. What is tainted in it is tainted in the graph. */
    public static NetworkGraph expand(RegNetDeclaration regNet) {
        return new RegNetExpander(regNet).graph();
    }

    private NetworkGraph graph() {
        Interval channels = regNet.stem().range();
        convolutions.addRectified(
                graph, "stem", channels, Window.square(3, 2, 1), regNet.stem().origin());
        graph.endBlock("stem");
        if (regNet.hasTaintedWidths()) {
            graph.gap(Gap.OF_ALL);
        } else {
            stages(channels);
        }
        PooledClassifier.add(graph, "avgpool", regNet.classes());
        return NetworkGraph.classifier("RegNet (Radosavovic et al., 2020)", regNet.input(), graph)
                .withLoss(regNet.loss().form());
    }

    private void stages(Interval stem) {
        Interval channels = stem;
        int number = 1;
        for (RegNetStage stage : RegNetStage.of(regNet)) {
            for (int block = 0; block < stage.blocks(); block++) {
                String name = "block" + number + "." + block;
                block(name, stage, channels, block == 0 ? 2 : 1);
                channels = Interval.of(stage.width());
                graph.endBlock(name);
            }
            number++;
        }
    }

    private void block(String name, RegNetStage stage, Interval input, int stride) {
        Interval width = Interval.of(stage.width());
        String shortcut = graph.last();
        if (stride != 1) {
            convolutions.add(graph, name + ".proj", width, Window.square(1, stride, 0), origin);
            String adapted = graph.last();
            graph.from(shortcut);
            shortcut = adapted;
        }
        convolutions.addRectified(graph, name + ".a", width, POINT, origin);
        Interval groups = Interval.of(stage.groups());
        convolutions.add(graph, name + ".b", width, end -> Window.square(3, stride, 1), groups, origin);
        graph.activation(name + ".b", ActivationFunction.RELU, origin);
        if (regNet.squeezeExcite().value() > 0) {
            new SqueezeExcitation(squeezed(input), ActivationFunction.RELU, ActivationFunction.SIGMOID)
                    .add(graph, name + ".se", width, origin);
        }
        convolutions.add(graph, name + ".c", width, POINT, origin);
        graph.sum(name + ".sum", shortcut, graph.last(), origin);
        graph.activation(name + ".sum", ActivationFunction.RELU, origin);
    }

    /** The share of a block's input, at least one channel. */
    private Interval squeezed(Interval input) {
        return new Interval(squeezed(input.least()), squeezed(input.most()));
    }

    private int squeezed(int channels) {
        return (int) Math.max(1, Math.rint(regNet.squeezeExcite().value() * channels));
    }
}
