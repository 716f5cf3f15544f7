package dev.netwright.processor.torch;

import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.InceptionDeclaration;
import dev.netwright.processor.declaration.InceptionV3Declaration;
import java.util.List;

/**
 * The Inception networks of torchvision.models, whose convolutions are {@code BasicConv2d}: without bias, with batch norm
 * and ReLU.
 *
 * @see <a href="https://github.com/pytorch/vision/tree/v0.14.0/torchvision/models">torchvision 0.14</a>
 */
public final class TorchvisionInception {
    private static final String DIALECT = "torchvision";
    private static final double EPSILON = 1e-3;
    private static final Window POINT = Window.square(1, 1, 0);
    private static final Window SQUARE = Window.square(3, 1, 1);
    private static final Window HALVING = Window.square(3, 2, 0);
    private static final Window ROW_OF_7 = Window.of(1, 7, 1, 1, 0, 3);
    private static final Window COLUMN_OF_7 = Window.of(7, 1, 1, 1, 3, 0);

    private TorchvisionInception() {}

    /**
     * {@code torchvision.models.GoogLeNet}, whose modules have a 3x3 convolution in place of the paper's 5x5 one (torchvision's
     * issue 906). The pools of its auxiliary heads, which only training computes, average to 4x4 pixels; of 14x14 pixels the
     * paper's windows give as many.
     */
    public static TorchCounterpart googLeNet(InceptionDeclaration inception) {
        LayersOfTorch layers = new LayersOfTorch();
        basic(layers, "conv1", Window.square(7, 2, 3)).maxPoolRoundedUp(3, 2);
        basic(layers, "conv2", POINT);
        basic(layers, "conv3", SQUARE).maxPoolRoundedUp(3, 2);
        int number = 3;
        int heads = 0;
        List<InceptionDeclaration.Stage> stages = inception.stages().value();
        for (InceptionDeclaration.Stage stage : stages) {
            char letter = 'a';
            for (InceptionDeclaration.Module module : stage.modules().value()) {
                inceptionModule(layers, "inception" + number + letter);
                letter++;
                if (!module.auxiliary().value().isEmpty()) {
                    heads++;
                    inceptionHead(layers, "aux" + heads);
                }
            }
            if (number < stages.size() + 2) {
                layers.maxPoolRoundedUp(number == 3 ? 3 : 2, 2);
            }
            number++;
        }
        return layers.globalAveragePool().linear("fc").of(DIALECT, "torchvision's GoogLeNet");
    }

    private static void inceptionModule(LayersOfTorch layers, String module) {
        basic(layers, module + ".branch1", POINT);
        basic(layers, module + ".branch2.0", POINT);
        basic(layers, module + ".branch2.1", SQUARE);
        basic(layers, module + ".branch3.0", POINT);
        basic(layers, module + ".branch3.1", SQUARE).maxPool(3, 1, 1);
        basic(layers, module + ".branch4.1", POINT);
    }

    private static void inceptionHead(LayersOfTorch layers, String module) {
        layers.averagePool(5, 3);
        basic(layers, module + ".conv", POINT).linear(module + ".fc1").relu().linear(module + ".fc2");
    }

    /** {@code torchvision.models.Inception3}; its {@code transform_input} prepares images and isn't a layer. */
    public static TorchCounterpart inceptionV3(InceptionV3Declaration inception) {
        LayersOfTorch layers = new LayersOfTorch();
        basic(layers, "Conv2d_1a_3x3", Window.square(3, 2, 0));
        basic(layers, "Conv2d_2a_3x3", Window.square(3, 1, 0));
        basic(layers, "Conv2d_2b_3x3", SQUARE).maxPool(3, 2, 0);
        basic(layers, "Conv2d_3b_1x1", POINT);
        basic(layers, "Conv2d_4a_3x3", Window.square(3, 1, 0)).maxPool(3, 2, 0);
        char letter = 'b';
        for (int i = 0; i < inception.modulesA().value().size(); i++) {
            moduleA(layers, "Mixed_5" + letter);
            letter++;
        }
        moduleB(layers, "Mixed_6a");
        letter = 'b';
        for (int i = 0; i < inception.modulesC().value().size(); i++) {
            moduleC(layers, "Mixed_6" + letter);
            letter++;
        }
        if (!inception.auxiliary().value().isEmpty()) {
            layers.averagePool(5, 3);
            basic(layers, "AuxLogits.conv0", POINT);
            basic(layers, "AuxLogits.conv1", Window.square(5, 1, 0))
                    .globalAveragePool()
                    .linear("AuxLogits.fc");
        }
        moduleD(layers, "Mixed_7a");
        for (int i = 0; i < inception.modulesE().value(); i++) {
            moduleE(layers, "Mixed_7" + (char) ('b' + i));
        }
        return layers.globalAveragePool().linear("fc").of(DIALECT, "torchvision's Inception-v3");
    }

    private static void moduleA(LayersOfTorch layers, String module) {
        basic(layers, module + ".branch1x1", POINT);
        basic(layers, module + ".branch5x5_1", POINT);
        basic(layers, module + ".branch5x5_2", Window.square(5, 1, 2));
        basic(layers, module + ".branch3x3dbl_1", POINT);
        basic(layers, module + ".branch3x3dbl_2", SQUARE);
        basic(layers, module + ".branch3x3dbl_3", SQUARE);
        basic(layers.paddedAveragePool(), module + ".branch_pool", POINT);
    }

    private static void moduleB(LayersOfTorch layers, String module) {
        basic(layers, module + ".branch3x3", HALVING);
        basic(layers, module + ".branch3x3dbl_1", POINT);
        basic(layers, module + ".branch3x3dbl_2", SQUARE);
        basic(layers, module + ".branch3x3dbl_3", HALVING).maxPool(3, 2, 0);
    }

    private static void moduleC(LayersOfTorch layers, String module) {
        basic(layers, module + ".branch1x1", POINT);
        basic(layers, module + ".branch7x7_1", POINT);
        basic(layers, module + ".branch7x7_2", ROW_OF_7);
        basic(layers, module + ".branch7x7_3", COLUMN_OF_7);
        basic(layers, module + ".branch7x7dbl_1", POINT);
        basic(layers, module + ".branch7x7dbl_2", COLUMN_OF_7);
        basic(layers, module + ".branch7x7dbl_3", ROW_OF_7);
        basic(layers, module + ".branch7x7dbl_4", COLUMN_OF_7);
        basic(layers, module + ".branch7x7dbl_5", ROW_OF_7);
        basic(layers.paddedAveragePool(), module + ".branch_pool", POINT);
    }

    private static void moduleD(LayersOfTorch layers, String module) {
        basic(layers, module + ".branch3x3_1", POINT);
        basic(layers, module + ".branch3x3_2", HALVING);
        basic(layers, module + ".branch7x7x3_1", POINT);
        basic(layers, module + ".branch7x7x3_2", ROW_OF_7);
        basic(layers, module + ".branch7x7x3_3", COLUMN_OF_7);
        basic(layers, module + ".branch7x7x3_4", HALVING).maxPool(3, 2, 0);
    }

    private static void moduleE(LayersOfTorch layers, String module) {
        basic(layers, module + ".branch1x1", POINT);
        basic(layers, module + ".branch3x3_1", POINT);
        basic(layers, module + ".branch3x3_2a", Window.of(1, 3, 1, 1, 0, 1));
        basic(layers, module + ".branch3x3_2b", Window.of(3, 1, 1, 1, 1, 0));
        basic(layers, module + ".branch3x3dbl_1", POINT);
        basic(layers, module + ".branch3x3dbl_2", SQUARE);
        basic(layers, module + ".branch3x3dbl_3a", Window.of(1, 3, 1, 1, 0, 1));
        basic(layers, module + ".branch3x3dbl_3b", Window.of(3, 1, 1, 1, 1, 0));
        basic(layers.paddedAveragePool(), module + ".branch_pool", POINT);
    }

    /** {@code BasicConv2d}. */
    private static LayersOfTorch basic(LayersOfTorch layers, String module, Window window) {
        return layers.convWithoutBias(module + ".conv", window)
                .norm(module + ".bn", EPSILON)
                .relu();
    }
}
