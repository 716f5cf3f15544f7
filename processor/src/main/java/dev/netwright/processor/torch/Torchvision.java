package dev.netwright.processor.torch;

import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.AlexNetDeclaration;
import dev.netwright.processor.declaration.DenseNetDeclaration;
import dev.netwright.processor.declaration.ResNetDeclaration;
import dev.netwright.processor.declaration.SqueezeNetDeclaration;
import dev.netwright.processor.declaration.VggDeclaration;

/**
 * The networks of torchvision.models, with as many layers as a spec has.
 *
 * @see <a href="https://github.com/pytorch/vision/tree/v0.14.0/torchvision/models">torchvision 0.14</a>
 */
public final class Torchvision {
    private static final String DIALECT = "torchvision";
    private static final int STAGES = 4;

    private Torchvision() {}

    /** None: torchvision has no network of a family. */
    public static TorchCounterpart none(Object declaration) {
        return new TorchCounterpart.Absent(DIALECT, "torchvision has no network of its family");
    }

    /** {@code torchvision.models.VGG}: convolutions and pools are numbered with their norms and ReLU. */
    public static TorchCounterpart vgg(VggDeclaration vgg) {
        LayersOfTorch layers = new LayersOfTorch();
        int index = 0;
        for (VggDeclaration.Block block : vgg.blocks().value()) {
            for (int i = 0; i < block.convs().value() + block.pointwise().value(); i++) {
                layers.conv("features." + index, Window.square(3, 1, 1));
                index++;
                if (!vgg.norm().value().isEmpty()) {
                    layers.norm("features." + index);
                    index++;
                }
                layers.relu();
                index++;
            }
            layers.halvingPool(PoolKind.MAX);
            index++;
        }
        return layers.linearOnMap("classifier.0", 7)
                .twoHidden("classifier.3", "classifier.6")
                .of(DIALECT, "torchvision's VGG");
    }

    /** {@code torchvision.models.AlexNet}, after "One weird trick for parallelizing convolutional neural networks" (Krizhevsky, 2014). */
    public static TorchCounterpart alexNet(AlexNetDeclaration alexNet) {
        return new LayersOfTorch()
                .conv("features.0", Window.square(11, 4, 2))
                .relu()
                .maxPool(3, 2, 0)
                .conv("features.3", Window.square(5, 1, 2))
                .relu()
                .maxPool(3, 2, 0)
                .conv("features.6", Window.square(3, 1, 1))
                .relu()
                .conv("features.8", Window.square(3, 1, 1))
                .relu()
                .conv("features.10", Window.square(3, 1, 1))
                .relu()
                .maxPool(3, 2, 0)
                .linearOnMap("classifier.1", 6)
                .twoHidden("classifier.4", "classifier.6")
                .of(DIALECT, "torchvision's AlexNet");
    }

    /** {@code torchvision.models.ResNet}, with ResNeXt and Wide ResNet: the stride of a bottleneck at its 3x3 convolution. */
    public static TorchCounterpart resNet(ResNetDeclaration resNet) {
        if (resNet.stages().value().size() != STAGES) {
            return new TorchCounterpart.Absent(
                    DIALECT,
                    "it has " + resNet.stages().value().size() + " stages, where torchvision's ResNet has " + STAGES);
        }
        boolean isBottleneck = resNet.form().value().equals("BOTTLENECK");
        LayersOfTorch layers = new LayersOfTorch()
                .convWithoutBias("conv1", Window.square(7, 2, 3))
                .norm("bn1")
                .relu()
                .maxPool(3, 2, 1);
        int channels = resNet.stem().conv().channels().value();
        for (int stage = 1; stage <= STAGES; stage++) {
            ResNetDeclaration.Stage declared = resNet.stages().value().get(stage - 1);
            long out = (long) declared.channels().value()
                    * (isBottleneck ? resNet.expansion().value() : 1);
            for (int block = 0; block < declared.blocks().value(); block++) {
                int stride = stage > 1 && block == 0 ? 2 : 1;
                String module = "layer" + stage + "." + block;
                residual(
                        layers,
                        module,
                        isBottleneck,
                        Window.square(3, stride, 1),
                        resNet.groups().value());
                if (stride != 1 || channels != out) {
                    layers.convWithoutBias(module + ".downsample.0", Window.square(1, stride, 0))
                            .norm(module + ".downsample.1");
                }
                layers.relu();
                channels = (int) Math.min(Integer.MAX_VALUE, out);
            }
        }
        return layers.globalAveragePool().linear("fc").of(DIALECT, "torchvision's ResNet");
    }

    private static void residual(
            LayersOfTorch layers, String module, boolean isBottleneck, Window strided, int groups) {
        if (isBottleneck) {
            layers.convWithoutBias(module + ".conv1", Window.square(1, 1, 0))
                    .norm(module + ".bn1")
                    .relu()
                    .convWithoutBias(module + ".conv2", strided, groups)
                    .norm(module + ".bn2")
                    .relu()
                    .convWithoutBias(module + ".conv3", Window.square(1, 1, 0))
                    .norm(module + ".bn3");
        } else {
            layers.convWithoutBias(module + ".conv1", strided)
                    .norm(module + ".bn1")
                    .relu()
                    .convWithoutBias(module + ".conv2", Window.square(3, 1, 1))
                    .norm(module + ".bn2");
        }
    }

    /** {@code torchvision.models.DenseNet}; its last norm has number 5, whatever the number of blocks is. */
    public static TorchCounterpart denseNet(DenseNetDeclaration denseNet) {
        LayersOfTorch layers = new LayersOfTorch()
                .convWithoutBias("features.conv0", Window.square(7, 2, 3))
                .norm("features.norm0")
                .relu()
                .maxPool(3, 2, 1);
        int number = 1;
        for (DenseNetDeclaration.Block block : denseNet.blocks().value()) {
            if (number > 1) {
                String transition = "features.transition" + (number - 1);
                layers.norm(transition + ".norm")
                        .relu()
                        .convWithoutBias(transition + ".conv", Window.square(1, 1, 0))
                        .halvingPool(PoolKind.AVERAGE);
            }
            for (int i = 1; i <= block.layers().value(); i++) {
                String layer = "features.denseblock" + number + ".denselayer" + i;
                layers.norm(layer + ".norm1")
                        .relu()
                        .convWithoutBias(layer + ".conv1", Window.square(1, 1, 0))
                        .norm(layer + ".norm2")
                        .relu()
                        .convWithoutBias(layer + ".conv2", Window.square(3, 1, 1));
            }
            number++;
        }
        return layers.norm("features.norm5")
                .relu()
                .globalAveragePool()
                .linear("classifier")
                .of(DIALECT, "torchvision's DenseNet");
    }

    /** {@code torchvision.models.SqueezeNet}: the pools count among the features, as ReLU of the first convolution does. */
    public static TorchCounterpart squeezeNet(SqueezeNetDeclaration squeezeNet) {
        int kernel = squeezeNet.conv1().kernel().value() == 7 ? 7 : 3; // of version 1.0, or of 1.1
        LayersOfTorch layers = new LayersOfTorch()
                .conv("features.0", Window.square(kernel, 2, 0))
                .relu();
        int index = 2;
        for (SqueezeNetDeclaration.Stage stage : squeezeNet.stages().value()) {
            layers.maxPoolRoundedUp(3, 2);
            index++;
            for (int i = 0; i < stage.fires().value().size(); i++) {
                String fire = "features." + index;
                layers.conv(fire + ".squeeze", Window.square(1, 1, 0))
                        .relu()
                        .conv(fire + ".expand1x1", Window.square(1, 1, 0))
                        .relu()
                        .conv(fire + ".expand3x3", Window.square(3, 1, 1))
                        .relu();
                index++;
            }
        }
        return layers.conv("classifier.1", Window.square(1, 1, 0))
                .relu()
                .globalAveragePool()
                .of(DIALECT, "torchvision's SqueezeNet");
    }
}
