package dev.netwright.processor.torch;

import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.ShuffleNetV2Declaration;

/**
 * {@code torchvision.models.ShuffleNetV2}. The groups of a depthwise convolution are those of the spec, because channels are
 * what a file's shapes show.
 *
 * @see <a href="https://github.com/pytorch/vision/blob/v0.14.0/torchvision/models/shufflenetv2.py">torchvision 0.14</a>
 */
public final class TorchvisionShuffleNet {
    private static final String DIALECT = "torchvision";
    private static final int STAGES = 3;
    private static final Window POINT = Window.square(1, 1, 0);

    private TorchvisionShuffleNet() {}

    /** The counterpart of a network with as many stages and units. */
    public static TorchCounterpart shuffleNetV2(ShuffleNetV2Declaration network) {
        int stages = network.stages().value().size();
        if (stages != STAGES) {
            return new TorchCounterpart.Absent(
                    DIALECT, "it has " + stages + " stages, where torchvision's ShuffleNetV2 has " + STAGES);
        }
        LayersOfTorch layers = new LayersOfTorch()
                .convWithoutBias("conv1.0", Window.square(3, 2, 1))
                .norm("conv1.1")
                .relu()
                .maxPool(3, 2, 1);
        int channels = network.stem().value();
        int number = 2;
        for (ShuffleNetV2Declaration.Stage stage : network.stages().value()) {
            int branch = stage.branch().value();
            branch1(layers, "stage" + number + ".0.branch1.", channels);
            for (int unit = 0; unit < stage.blocks().value(); unit++) {
                branch2(layers, "stage" + number + "." + unit + ".branch2.", unit == 0 ? 2 : 1, branch);
            }
            channels = 2 * branch;
            number++;
        }
        return layers.convWithoutBias("conv5.0", POINT)
                .norm("conv5.1")
                .relu()
                .globalAveragePool()
                .linear("fc")
                .of(DIALECT, "torchvision's ShuffleNetV2");
    }

    private static void branch1(LayersOfTorch layers, String module, int channels) {
        layers.convWithoutBias(module + 0, Window.square(3, 2, 1), channels)
                .norm(module + 1)
                .convWithoutBias(module + 2, POINT)
                .norm(module + 3)
                .relu();
    }

    /** The branch that every unit has, and the shuffle after the join. */
    private static void branch2(LayersOfTorch layers, String module, int stride, int branch) {
        layers.convWithoutBias(module + 0, POINT)
                .norm(module + 1)
                .relu()
                .convWithoutBias(module + 3, Window.square(3, stride, 1), branch)
                .norm(module + 4)
                .convWithoutBias(module + 5, POINT)
                .norm(module + 6)
                .relu()
                .channelShuffle(2);
    }
}
