package dev.netwright.processor.torch;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.EfficientNetDeclaration;
import dev.netwright.processor.declaration.EfficientNetTable;

/**
 * {@code torchvision.models.EfficientNet}: stages are numbered among the features, and blocks and their layers within them.
 *
 * @see <a href="https://github.com/pytorch/vision/blob/v0.14.0/torchvision/models/efficientnet.py">torchvision 0.14</a>
 */
public final class TorchvisionEfficientNet {
    private static final String DIALECT = "torchvision";
    private static final Window POINT = Window.square(1, 1, 0);

    private final EfficientNetDeclaration efficientNet;
    private final LayersOfTorch layers = new LayersOfTorch();

    private TorchvisionEfficientNet(EfficientNetDeclaration efficientNet) {
        this.efficientNet = efficientNet;
    }

    /** The counterpart of a network with the same variant, width and depth. */
    public static TorchCounterpart efficientNet(EfficientNetDeclaration efficientNet) {
        return new TorchvisionEfficientNet(efficientNet).counterpart();
    }

    private TorchCounterpart counterpart() {
        EfficientNetTable table = efficientNet.published().table();
        activated("features.0", Window.square(3, 2, 1), 1);
        int channels = efficientNet.channels(table.stem()).least();
        int index = 1;
        for (EfficientNetTable.Stage stage : table.stages()) {
            int blocks = efficientNet.blocks(stage);
            for (int block = 0; block < blocks; block++) {
                String module = "features." + index + "." + block + ".block.";
                Window window = Window.square(stage.kernel(), block == 0 ? stage.stride() : 1, stage.kernel() / 2);
                if (stage.isFused()) {
                    fusedBlock(module, stage, window);
                } else {
                    block(module, stage, window, channels * stage.expansion());
                }
                channels = efficientNet.channels(stage.channels()).least();
            }
            index++;
        }
        activated("features." + index, POINT, 1);
        return layers.globalAveragePool().linear("classifier.1").of(DIALECT, "torchvision's EfficientNet");
    }

    private void block(String module, EfficientNetTable.Stage stage, Window window, int inside) {
        int index = 0;
        if (stage.expansion() != 1) {
            activated(module + index, POINT, 1);
            index++;
        }
        activated(module + index, window, inside);
        layers.squeezeExcitation(module + (index + 1), ActivationFunction.SILU, ActivationFunction.SIGMOID);
        normalized(module + (index + 2), POINT, 1);
    }

    private void fusedBlock(String module, EfficientNetTable.Stage stage, Window window) {
        activated(module + 0, window, 1);
        if (stage.expansion() != 1) {
            normalized(module + 1, POINT, 1);
        }
    }

    private void activated(String module, Window window, int groups) {
        normalized(module, window, groups);
        layers.activation(ActivationFunction.SILU);
    }

    private void normalized(String module, Window window, int groups) {
        layers.convWithoutBias(module + ".0", window, groups)
                .norm(module + ".1", efficientNet.published().epsilon());
    }
}
