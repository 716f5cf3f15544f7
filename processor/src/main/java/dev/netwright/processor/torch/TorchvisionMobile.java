package dev.netwright.processor.torch;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Interval;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.InvertedResidualsDeclaration;

/**
 * The networks of torchvision.models that consist of inverted residual blocks. Groups belong to what a layer computes, so a
 * depthwise convolution has the channels of the spec.
 *
 * @see <a href="https://github.com/pytorch/vision/tree/v0.14.0/torchvision/models">torchvision 0.14</a>
 */
public final class TorchvisionMobile {
    private static final String DIALECT = "torchvision";
    private static final Window POINT = Window.square(1, 1, 0);

    private TorchvisionMobile() {}

    /**
     * {@code torchvision.models.MNASNet}: the first block has no module of its own, and blocks count their layers with ReLU.
     */
    public static TorchCounterpart mnasnet(InvertedResidualsDeclaration network) {
        if (network.stages().value().get(0).blocks().value() != 1) {
            return new TorchCounterpart.Absent(
                    DIALECT, "its first stage has several blocks, where torchvision's MNASNet has 1");
        }
        LayersOfTorch layers = new LayersOfTorch()
                .convWithoutBias("layers.0", Window.square(3, 2, 1))
                .norm("layers.1")
                .relu();
        int channels = network.width().roundedToEight(network.stem().range()).least();
        int index = 3;
        for (InvertedResidualsDeclaration.Stage stage : network.stages().value()) {
            boolean isFirst = index == 3;
            for (int block = 0; block < stage.blocks().value(); block++) {
                int inside = inside(channels, stage);
                Window window = Window.square(
                        stage.kernel().value(),
                        block == 0 ? stage.stride().value() : 1,
                        stage.kernel().value() / 2);
                if (isFirst) {
                    separable(layers, window, inside);
                } else {
                    mnasnetBlock(layers, "layers." + index + "." + block + ".layers.", window, inside);
                }
                channels =
                        network.width().roundedToEight(stage.channels().range()).least();
            }
            index = isFirst ? 8 : index + 1;
        }
        return layers.convWithoutBias("layers." + index, POINT)
                .norm("layers." + (index + 1))
                .relu()
                .globalAveragePool()
                .linear("classifier.1")
                .of(DIALECT, "torchvision's MNASNet");
    }

    /** {@code torchvision.models.MobileNetV2}: blocks are numbered among the features. */
    public static TorchCounterpart mobileNetV2(InvertedResidualsDeclaration network) {
        LayersOfTorch layers = new LayersOfTorch()
                .convWithoutBias("features.0.0", Window.square(3, 2, 1))
                .norm("features.0.1")
                .activation(ActivationFunction.RELU6);
        int channels = network.width().roundedToEight(network.stem().range()).least();
        int index = 1;
        for (InvertedResidualsDeclaration.Stage stage : network.stages().value()) {
            for (int block = 0; block < stage.blocks().value(); block++) {
                mobileNetBlock(layers, "features." + index + ".conv.", stage, block == 0, channels);
                channels =
                        network.width().roundedToEight(stage.channels().range()).least();
                index++;
            }
        }
        return layers.convWithoutBias("features." + index + ".0", POINT)
                .norm("features." + index + ".1")
                .activation(ActivationFunction.RELU6)
                .globalAveragePool()
                .linear("classifier.1")
                .of(DIALECT, "torchvision's MobileNetV2");
    }

    private static void mobileNetBlock(
            LayersOfTorch layers,
            String module,
            InvertedResidualsDeclaration.Stage stage,
            boolean isFirst,
            int channels) {
        int index = 0;
        if (stage.expansion().value() != 1) {
            layers.convWithoutBias(module + "0.0", POINT).norm(module + "0.1").activation(ActivationFunction.RELU6);
            index++;
        }
        Window window = Window.square(3, isFirst ? stage.stride().value() : 1, 1);
        layers.convWithoutBias(module + index + ".0", window, inside(channels, stage))
                .norm(module + index + ".1")
                .activation(ActivationFunction.RELU6)
                .convWithoutBias(module + (index + 1), POINT)
                .norm(module + (index + 2));
    }

    private static int inside(int channels, InvertedResidualsDeclaration.Stage stage) {
        return Interval.of(channels).times(stage.expansion().range()).least();
    }

    /** The layers 3 to 7: a depthwise convolution, and a 1x1 one. */
    private static void separable(LayersOfTorch layers, Window window, int channels) {
        layers.convWithoutBias("layers.3", window, channels)
                .norm("layers.4")
                .relu()
                .convWithoutBias("layers.6", POINT)
                .norm("layers.7");
    }

    private static void mnasnetBlock(LayersOfTorch layers, String module, Window window, int inside) {
        layers.convWithoutBias(module + 0, POINT)
                .norm(module + 1)
                .relu()
                .convWithoutBias(module + 3, window, inside)
                .norm(module + 4)
                .relu()
                .convWithoutBias(module + 6, POINT)
                .norm(module + 7);
    }
}
