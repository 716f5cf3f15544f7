package dev.netwright.processor.torch;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Interval;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.MobileNetV3Declaration;
import dev.netwright.processor.declaration.MobileNetV3Variant;

/**
 * {@code torchvision.models.MobileNetV3}: blocks are numbered among the features, and their layers within the block.
 *
 * @see <a href="https://github.com/pytorch/vision/blob/v0.14.0/torchvision/models/mobilenetv3.py">torchvision 0.14</a>
 */
public final class TorchvisionMobileNetV3 {
    private static final String DIALECT = "torchvision";
    private static final double EPSILON = 0.001;
    private static final Window POINT = Window.square(1, 1, 0);

    private TorchvisionMobileNetV3() {}

    /** The counterpart of a network with the same variant and width. */
    public static TorchCounterpart mobileNetV3(MobileNetV3Declaration mobileNet) {
        LayersOfTorch layers = new LayersOfTorch();
        normalized(layers, "features.0", Window.square(3, 2, 1), 1).activation(ActivationFunction.HARD_SWISH);
        int channels = scaled(mobileNet, MobileNetV3Variant.STEM);
        int index = 1;
        for (MobileNetV3Variant.Block row : mobileNet.table().blocks()) {
            block(layers, "features." + index + ".block.", row, channels, scaled(mobileNet, row.expanded()));
            channels = scaled(mobileNet, row.channels());
            index++;
        }
        return normalized(layers, "features." + index, POINT, 1)
                .activation(ActivationFunction.HARD_SWISH)
                .globalAveragePool()
                .linear("classifier.0")
                .activation(ActivationFunction.HARD_SWISH)
                .linear("classifier.3")
                .of(DIALECT, "torchvision's MobileNetV3");
    }

    private static void block(
            LayersOfTorch layers, String module, MobileNetV3Variant.Block row, int channels, int inside) {
        int index = 0;
        if (inside != channels) {
            normalized(layers, module + index, POINT, 1).activation(row.function());
            index++;
        }
        Window window = Window.square(row.kernel(), row.stride(), row.kernel() / 2);
        normalized(layers, module + index, window, inside).activation(row.function());
        index++;
        if (row.isGated()) {
            layers.squeezeExcitation(module + index, ActivationFunction.RELU, ActivationFunction.HARD_SIGMOID);
            index++;
        }
        normalized(layers, module + index, POINT, 1);
    }

    private static int scaled(MobileNetV3Declaration mobileNet, int channels) {
        return mobileNet.width().roundedToEight(Interval.of(channels)).least();
    }

    private static LayersOfTorch normalized(LayersOfTorch layers, String module, Window window, int groups) {
        return layers.convWithoutBias(module + ".0", window, groups).norm(module + ".1", EPSILON);
    }
}
