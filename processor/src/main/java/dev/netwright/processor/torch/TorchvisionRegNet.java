package dev.netwright.processor.torch;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.RegNetDeclaration;
import dev.netwright.processor.network.RegNetStage;

/**
 * {@code torchvision.models.RegNet}, whose blocks carry the number of their stage: {@code block1-0}.
 *
 * @see <a href="https://github.com/pytorch/vision/blob/v0.14.0/torchvision/models/regnet.py">torchvision 0.14</a>
 */
public final class TorchvisionRegNet {
    private static final String DIALECT = "torchvision";
    private static final Window POINT = Window.square(1, 1, 0);

    private TorchvisionRegNet() {}

    /** The counterpart of a network with the same widths. */
    public static TorchCounterpart regNet(RegNetDeclaration regNet) {
        LayersOfTorch layers = new LayersOfTorch();
        normalized(layers, "stem", Window.square(3, 2, 1), 1).relu();
        int number = 1;
        for (RegNetStage stage : RegNetStage.of(regNet)) {
            String module = "trunk_output.block" + number + ".block" + number + "-";
            for (int block = 0; block < stage.blocks(); block++) {
                int stride = block == 0 ? 2 : 1;
                if (stride != 1) {
                    normalized(layers, module + block + ".proj", Window.square(1, stride, 0), 1);
                }
                boolean isGated = regNet.squeezeExcite().value() > 0;
                transform(layers, module + block + ".f.", Window.square(3, stride, 1), stage.groups(), isGated);
                layers.relu();
            }
            number++;
        }
        return layers.globalAveragePool().linear("fc").of(DIALECT, "torchvision's RegNet");
    }

    private static void transform(LayersOfTorch layers, String module, Window strided, int groups, boolean isGated) {
        normalized(layers, module + "a", POINT, 1).relu();
        normalized(layers, module + "b", strided, groups).relu();
        if (isGated) {
            layers.squeezeExcitation(module + "se", ActivationFunction.RELU, ActivationFunction.SIGMOID);
        }
        normalized(layers, module + "c", POINT, 1);
    }

    private static LayersOfTorch normalized(LayersOfTorch layers, String module, Window window, int groups) {
        return layers.convWithoutBias(module + ".0", window, groups).norm(module + ".1");
    }
}
