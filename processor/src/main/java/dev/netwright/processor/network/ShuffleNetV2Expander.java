package dev.netwright.processor.network;

import dev.netwright.operation.ChannelShuffle;
import dev.netwright.operation.ChannelSplit;
import dev.netwright.operation.Interval;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.ShuffleNetV2Declaration;
import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/** ShuffleNet V2 with the paper's numbers of stages and torchvision's branches: stage2.0.branch1, conv5. */
public final class ShuffleNetV2Expander {
    private static final int FIRST_STAGE = 2;
    private static final Window POINT = Window.square(1, 1, 0);

    private final ShuffleNetV2Declaration shuffleNet;
    private final ConvolutionForm convolutions;
    private final GraphBuilder graph = new GraphBuilder();

    private ShuffleNetV2Expander(ShuffleNetV2Declaration shuffleNet) {
        this.shuffleNet = shuffleNet;
        convolutions = new ConvolutionForm(false, List.of(shuffleNet.norm()));
    }

    /** Expands a declaration. What is tainted in it is tainted in the graph. */
    public static NetworkGraph expand(ShuffleNetV2Declaration shuffleNet) {
        return new ShuffleNetV2Expander(shuffleNet).graph();
    }

    private NetworkGraph graph() {
        Origin stem = shuffleNet.stem().origin();
        Interval channels = shuffleNet.stem().range();
        convolutions.addRectified(graph, "conv1", channels, Window.square(3, 2, 1), stem);
        graph.then("pool1", new Pool.Form(PoolKind.MAX, Window.square(3, 2, 1)), stem);
        graph.endBlock("stem");
        graph.gapIf(shuffleNet.stages(), Gap.OF_ALL);
        int number = FIRST_STAGE;
        for (ShuffleNetV2Declaration.Stage stage : shuffleNet.stages().value()) {
            Interval branch = stage.branch().range();
            for (int block = 0; block < stage.blocks().value(); block++) {
                String name = "stage" + number + "." + block;
                if (block == 0) {
                    halvingUnit(name, channels, branch, stage.origin());
                } else {
                    unit(name, branch, stage.origin());
                }
            }
            channels = branch.times(Interval.of(2));
            number++;
        }
        String last = "conv" + number;
        convolutions.addRectified(
                graph, last, shuffleNet.last().range(), POINT, shuffleNet.last().origin());
        PooledClassifier.add(graph, "pool" + number, shuffleNet.classes());
        return NetworkGraph.classifier("ShuffleNet V2 (Ma et al., 2018)", shuffleNet.input(), graph)
                .withLoss(shuffleNet.loss().form());
    }

    /** Figure 3d of the paper. */
    private void halvingUnit(String name, Interval input, Interval branch, Origin origin) {
        String read = graph.last();
        depthwise(name + ".branch1_depthwise", input, 2, origin);
        convolutions.addRectified(graph, name + ".branch1_conv", branch, POINT, origin);
        String first = graph.last();
        graph.from(read);
        branch2(name, branch, 2, origin);
        end(name, first, origin);
    }

    /** Figure 3c. */
    private void unit(String name, Interval branch, Origin origin) {
        String read = graph.last();
        graph.then(name + ".first_half", new ChannelSplit.Form(2, 0), origin);
        String first = graph.last();
        graph.from(read).then(name + ".second_half", new ChannelSplit.Form(2, 1), origin);
        branch2(name, branch, 1, origin);
        end(name, first, origin);
    }

    private void branch2(String name, Interval channels, int stride, Origin origin) {
        convolutions.addRectified(graph, name + ".branch2_conv1", channels, POINT, origin);
        depthwise(name + ".branch2_depthwise", channels, stride, origin);
        convolutions.addRectified(graph, name + ".branch2_conv2", channels, POINT, origin);
    }

    private void depthwise(String name, Interval channels, int stride, Origin origin) {
        convolutions.add(graph, name, channels, end -> Window.square(3, stride, 1), channels, origin);
    }

    private void end(String name, String first, Origin origin) {
        graph.join(name + ".join", List.of(first, graph.last()), origin);
        graph.then(name + ".shuffle", new ChannelShuffle.Form(2), origin);
        graph.endBlock(name);
    }
}
