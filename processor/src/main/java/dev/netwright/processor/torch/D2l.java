package dev.netwright.processor.torch;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.AlexNetDeclaration;
import dev.netwright.processor.declaration.DenseNetDeclaration;
import dev.netwright.processor.declaration.InceptionDeclaration;
import dev.netwright.processor.declaration.LeNetDeclaration;
import dev.netwright.processor.declaration.NetworkDeclaration;
import dev.netwright.processor.declaration.NinDeclaration;
import dev.netwright.processor.declaration.ResNetDeclaration;
import dev.netwright.processor.declaration.VggDeclaration;
import java.util.List;

/**
 * The networks of d2l.ai's chapters 7 and 8 in PyTorch: each is an {@code nn.Sequential}, so names begin with a layer's
 * number.
 *
 * @see <a href="https://d2l.ai/chapter_convolutional-modern/index.html">Dive into Deep Learning</a>
 */
public final class D2l {
    private static final String DIALECT = "d2l";

    private D2l() {}

    /** None, because d2l.ai has no network of a family. */
    public static TorchCounterpart noFamily(Object declaration) {
        return new TorchCounterpart.Absent(DIALECT, "d2l.ai has no network of its family");
    }

    /** None, because d2l.ai has no counterpart of a {@code @Network}. */
    public static TorchCounterpart none(NetworkDeclaration network) {
        return new TorchCounterpart.Absent(DIALECT, "d2l.ai has no network of these stages");
    }

    /**
     * LeNet, and with norms the one of the chapter about batch normalization, whose pools are averages in one edition
     * and maxima in another.
     */
    public static TorchCounterpart leNet(LeNetDeclaration leNet) {
        boolean hasNorm = !leNet.norm().value().isEmpty();
        LayersOfTorch layers = new LayersOfTorch().conv("0", Window.square(5, 1, hasNorm ? 0 : 2));
        int index = normAndSigmoid(layers, 1, hasNorm);
        layers.halvingPool(hasNorm ? PoolKind.valueOf(leNet.s2().kind().value()) : PoolKind.AVERAGE)
                .conv(Integer.toString(index + 1), Window.square(5, 1, 0));
        index = normAndSigmoid(layers, index + 2, hasNorm);
        layers.halvingPool(hasNorm ? PoolKind.valueOf(leNet.s4().kind().value()) : PoolKind.AVERAGE)
                .linear(Integer.toString(index + 2));
        index = normAndSigmoid(layers, index + 3, hasNorm);
        layers.linear(Integer.toString(index));
        index = normAndSigmoid(layers, index + 1, hasNorm);
        return layers.linear(Integer.toString(index)).of(DIALECT, "d2l.ai's LeNet");
    }

    /** Adds them from an index on and returns the next index. */
    private static int normAndSigmoid(LayersOfTorch layers, int index, boolean hasNorm) {
        if (hasNorm) {
            layers.norm(Integer.toString(index));
        }
        layers.activation(ActivationFunction.SIGMOID);
        return index + (hasNorm ? 2 : 1);
    }

    /** AlexNet. */
    public static TorchCounterpart alexNet(AlexNetDeclaration alexNet) {
        return new LayersOfTorch()
                .conv("0", Window.square(11, 4, 1))
                .relu()
                .maxPool(3, 2, 0)
                .conv("3", Window.square(5, 1, 2))
                .relu()
                .maxPool(3, 2, 0)
                .conv("6", Window.square(3, 1, 1))
                .relu()
                .conv("8", Window.square(3, 1, 1))
                .relu()
                .conv("10", Window.square(3, 1, 1))
                .relu()
                .maxPool(3, 2, 0)
                .linear("14")
                .twoHidden("17", "20")
                .of(DIALECT, "d2l.ai's AlexNet");
    }

    /** VGG: blocks, a flattening, and fully connected layers with ReLU and dropout. */
    public static TorchCounterpart vgg(VggDeclaration vgg) {
        LayersOfTorch layers = new LayersOfTorch();
        int blocks = vgg.blocks().value().size();
        for (int i = 0; i < blocks; i++) {
            VggDeclaration.Block block = vgg.blocks().value().get(i);
            for (int j = 0; j < block.convs().value() + block.pointwise().value(); j++) {
                layers.conv(i + "." + 2 * j, Window.square(3, 1, 1)).relu();
            }
            layers.halvingPool(PoolKind.MAX);
        }
        return layers.linear(Integer.toString(blocks + 1))
                .twoHidden(Integer.toString(blocks + 4), Integer.toString(blocks + 7))
                .of(DIALECT, "d2l.ai's VGG");
    }

    /** Network in network: a dropout comes before the last of four blocks. */
    public static TorchCounterpart nin(NinDeclaration nin) {
        LayersOfTorch layers = new LayersOfTorch();
        ninBlock(layers, "0", Window.square(11, 4, 0)).maxPool(3, 2, 0);
        ninBlock(layers, "2", Window.square(5, 1, 2)).maxPool(3, 2, 0);
        ninBlock(layers, "4", Window.square(3, 1, 1)).maxPool(3, 2, 0);
        return ninBlock(layers, "7", Window.square(3, 1, 1))
                .globalAveragePool()
                .of(DIALECT, "d2l.ai's network in network");
    }

    private static LayersOfTorch ninBlock(LayersOfTorch layers, String module, Window window) {
        return layers.conv(module + ".0", window)
                .relu()
                .conv(module + ".2", Window.square(1, 1, 0))
                .relu()
                .conv(module + ".4", Window.square(1, 1, 0))
                .relu();
    }

    /** GoogLeNet: five parts and the classifier, without norms, dropout and auxiliary heads. */
    public static TorchCounterpart inception(InceptionDeclaration inception) {
        LayersOfTorch layers = new LayersOfTorch()
                .conv("0.0", Window.square(7, 2, 3))
                .relu()
                .maxPool(3, 2, 1)
                .conv("1.0", Window.square(1, 1, 0))
                .relu()
                .conv("1.2", Window.square(3, 1, 1))
                .relu()
                .maxPool(3, 2, 1);
        int part = 2;
        for (InceptionDeclaration.Stage stage : inception.stages().value()) {
            for (int i = 0; i < stage.modules().value().size(); i++) {
                inceptionModule(layers, part + "." + i);
            }
            part++;
            if (part < 2 + inception.stages().value().size()) {
                layers.maxPool(3, 2, 1);
            }
        }
        return layers.globalAveragePool().linear(Integer.toString(part)).of(DIALECT, "d2l.ai's GoogLeNet");
    }

    private static void inceptionModule(LayersOfTorch layers, String module) {
        layers.conv(module + ".p1_1", Window.square(1, 1, 0))
                .relu()
                .conv(module + ".p2_1", Window.square(1, 1, 0))
                .relu()
                .conv(module + ".p2_2", Window.square(3, 1, 1))
                .relu()
                .conv(module + ".p3_1", Window.square(1, 1, 0))
                .relu()
                .conv(module + ".p3_2", Window.square(5, 1, 2))
                .relu()
                .maxPool(3, 1, 1)
                .conv(module + ".p4_2", Window.square(1, 1, 0))
                .relu();
    }

    /** ResNet of basic blocks: convolutions have biases, and only the 1x1 shortcut convolution, conv3, has no norm. */
    public static TorchCounterpart resNet(ResNetDeclaration resNet) {
        LayersOfTorch layers = stem(new LayersOfTorch());
        List<ResNetDeclaration.Stage> stages = resNet.stages().value();
        for (int stage = 1; stage <= stages.size(); stage++) {
            for (int block = 0; block < stages.get(stage - 1).blocks().value(); block++) {
                boolean isHalving = stage > 1 && block == 0;
                String module = stage + "." + block;
                layers.conv(module + ".conv1", Window.square(3, isHalving ? 2 : 1, 1))
                        .norm(module + ".bn1")
                        .relu()
                        .conv(module + ".conv2", Window.square(3, 1, 1))
                        .norm(module + ".bn2");
                if (isHalving) {
                    layers.conv(module + ".conv3", Window.square(1, 2, 0));
                }
                layers.relu();
            }
        }
        return layers.globalAveragePool()
                .linear(Integer.toString(stages.size() + 3))
                .of(DIALECT, "d2l.ai's ResNet");
    }

    /** DenseNet: blocks and transitions have numbers in a common list; a block keeps its layers in {@code net}. */
    public static TorchCounterpart denseNet(DenseNetDeclaration denseNet) {
        LayersOfTorch layers = stem(new LayersOfTorch());
        int index = 1;
        for (DenseNetDeclaration.Block block : denseNet.blocks().value()) {
            if (index > 1) {
                layers.norm(index + ".0")
                        .relu()
                        .conv(index + ".2", Window.square(1, 1, 0))
                        .halvingPool(PoolKind.AVERAGE);
                index++;
            }
            for (int i = 0; i < block.layers().value(); i++) {
                String module = index + ".net." + i;
                layers.norm(module + ".0").relu().conv(module + ".2", Window.square(3, 1, 1));
            }
            index++;
        }
        return layers.norm(Integer.toString(index))
                .relu()
                .globalAveragePool()
                .linear(Integer.toString(index + 4))
                .of(DIALECT, "d2l.ai's DenseNet");
    }

    private static LayersOfTorch stem(LayersOfTorch layers) {
        return layers.conv("0.0", Window.square(7, 2, 3)).norm("0.1").relu().maxPool(3, 2, 1);
    }
}
