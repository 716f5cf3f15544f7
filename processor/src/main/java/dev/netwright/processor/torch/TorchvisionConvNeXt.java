package dev.netwright.processor.torch;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.ConvNeXtDeclaration;

/**
 * {@code torchvision.models.ConvNeXt}: stages and the layers between them are numbered among the features. Its 1x1
 * convolutions are fully connected layers that read each pixel.
 *
 * @see <a href="https://github.com/pytorch/vision/blob/v0.14.0/torchvision/models/convnext.py">torchvision 0.14</a>
 */
public final class TorchvisionConvNeXt {
    private static final String DIALECT = "torchvision";
    private static final double EPSILON = 1e-6;

    private TorchvisionConvNeXt() {}

    /** The counterpart of a network with as many stages and blocks. */
    public static TorchCounterpart convNeXt(ConvNeXtDeclaration convNeXt) {
        LayersOfTorch layers = new LayersOfTorch();
        int index = 0;
        for (ConvNeXtDeclaration.Stage stage : convNeXt.stages().value()) {
            String between = "features." + index;
            if (index == 0) {
                layers.conv(between + ".0", Window.square(4, 4, 0)).layerNorm(between + ".1", EPSILON);
            } else {
                layers.layerNorm(between + ".0", EPSILON).conv(between + ".1", Window.square(2, 2, 0));
            }
            for (int block = 0; block < stage.blocks().value(); block++) {
                block(
                        layers,
                        "features." + (index + 1) + "." + block,
                        stage.channels().value());
            }
            index += 2;
        }
        return layers.globalAveragePool()
                .layerNorm("classifier.0", EPSILON)
                .linear("classifier.2")
                .of(DIALECT, "torchvision's ConvNeXt");
    }

    private static void block(LayersOfTorch layers, String module, int channels) {
        layers.conv(module + ".block.0", Window.square(7, 1, 3), channels)
                .layerNorm(module + ".block.2", EPSILON)
                .linearOnPixels(module + ".block.3")
                .activation(ActivationFunction.GELU)
                .linearOnPixels(module + ".block.5")
                .layerScale(module);
    }
}
