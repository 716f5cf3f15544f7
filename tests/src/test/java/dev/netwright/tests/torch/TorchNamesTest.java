package dev.netwright.tests.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.alexnet.AlexNet224;
import dev.netwright.models.alexnet.AlexNet227DropoutFirst;
import dev.netwright.models.convnext.ImageNetConvNeXtBase;
import dev.netwright.models.convnext.ImageNetConvNeXtSmall;
import dev.netwright.models.convnext.ImageNetConvNeXtTiny;
import dev.netwright.models.densenet.DenseNet96;
import dev.netwright.models.densenet.ImageNetDenseNet121;
import dev.netwright.models.densenet.ImageNetDenseNet169;
import dev.netwright.models.efficientnet.ImageNetEfficientNetB0;
import dev.netwright.models.efficientnet.ImageNetEfficientNetB1;
import dev.netwright.models.efficientnet.ImageNetEfficientNetB3;
import dev.netwright.models.efficientnet.ImageNetEfficientNetV2S;
import dev.netwright.models.inception.GoogLeNet227;
import dev.netwright.models.inception.GoogLeNet96;
import dev.netwright.models.inception.ImageNetGoogLeNet;
import dev.netwright.models.inception.ImageNetInceptionV3;
import dev.netwright.models.inception.TorchvisionGoogLeNet;
import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.lenet.LeNet32;
import dev.netwright.models.mnasnet.ImageNetMnasnet05;
import dev.netwright.models.mnasnet.ImageNetMnasnet10;
import dev.netwright.models.mobilenet.ImageNetMobileNetV2;
import dev.netwright.models.mobilenet.ImageNetMobileNetV3Large;
import dev.netwright.models.mobilenet.ImageNetMobileNetV3Small;
import dev.netwright.models.nin.CifarNin;
import dev.netwright.models.nin.Nin224;
import dev.netwright.models.regnet.ImageNetRegNetX1600MF;
import dev.netwright.models.regnet.ImageNetRegNetX400MF;
import dev.netwright.models.regnet.ImageNetRegNetY1600MF;
import dev.netwright.models.regnet.ImageNetRegNetY400MF;
import dev.netwright.models.resnet.ImageNetResNeXt50;
import dev.netwright.models.resnet.ImageNetResNet101;
import dev.netwright.models.resnet.ImageNetResNet18;
import dev.netwright.models.resnet.ImageNetResNet34;
import dev.netwright.models.resnet.ImageNetResNet50;
import dev.netwright.models.resnet.ImageNetWideResNet50;
import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.models.shufflenet.ImageNetShuffleNetV2X05;
import dev.netwright.models.shufflenet.ImageNetShuffleNetV2X10;
import dev.netwright.models.shufflenet.ImageNetShuffleNetV2X15;
import dev.netwright.models.shufflenet.ImageNetShuffleNetV2X20;
import dev.netwright.models.squeezenet.ImageNetSqueezeNet10;
import dev.netwright.models.squeezenet.ImageNetSqueezeNet11;
import dev.netwright.models.vgg.ImageNetVgg11;
import dev.netwright.models.vgg.ImageNetVgg11BatchNorm;
import dev.netwright.models.vgg.ImageNetVgg11Lrn;
import dev.netwright.models.vgg.ImageNetVgg13;
import dev.netwright.models.vgg.ImageNetVgg16;
import dev.netwright.models.vgg.ImageNetVgg16BatchNorm;
import dev.netwright.models.vgg.ImageNetVgg16Pointwise;
import dev.netwright.models.vgg.ImageNetVgg19;
import dev.netwright.models.vgg.Vgg11EighthAt96;
import dev.netwright.models.vgg.Vgg11Quarter;
import dev.netwright.runtime.checkpoint.NamedShape;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.torch.TorchDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that networks have in PyTorch are those that PyTorch gives; networks that compute something else have none. */
final class TorchNamesTest {
    /** PyTorch registers the factors of a block before its layers. */
    private static final String WITH_LAYER_SCALE = "torchvision-convnext_";

    /** torchvision registers auxiliary classifiers after everything that reads the same values. */
    private static final String WITH_HEADS = "torchvision-googlenet";

    static Stream<Arguments> named() {
        return Stream.of(
                Arguments.of("torchvision-alexnet", TorchvisionAlexNet.TYPE),
                Arguments.of("torchvision-vgg11", ImageNetVgg11.TYPE),
                Arguments.of("torchvision-vgg13", ImageNetVgg13.TYPE),
                Arguments.of("torchvision-vgg16", ImageNetVgg16.TYPE),
                Arguments.of("torchvision-vgg19", ImageNetVgg19.TYPE),
                Arguments.of("torchvision-vgg11_bn", ImageNetVgg11BatchNorm.TYPE),
                Arguments.of("torchvision-vgg16_bn", ImageNetVgg16BatchNorm.TYPE),
                Arguments.of("torchvision-resnet18", ImageNetResNet18.TYPE),
                Arguments.of("torchvision-resnet34", ImageNetResNet34.TYPE),
                Arguments.of("torchvision-resnet50", ImageNetResNet50.TYPE),
                Arguments.of("torchvision-resnet101", ImageNetResNet101.TYPE),
                Arguments.of("torchvision-resnext50_32x4d", ImageNetResNeXt50.TYPE),
                Arguments.of("torchvision-wide_resnet50_2", ImageNetWideResNet50.TYPE),
                Arguments.of("torchvision-googlenet", TorchvisionGoogLeNet.TYPE),
                Arguments.of("torchvision-inception_v3", ImageNetInceptionV3.TYPE),
                Arguments.of("torchvision-convnext_tiny", ImageNetConvNeXtTiny.TYPE),
                Arguments.of("torchvision-convnext_small", ImageNetConvNeXtSmall.TYPE),
                Arguments.of("torchvision-convnext_base", ImageNetConvNeXtBase.TYPE),
                Arguments.of("torchvision-regnet_x_400mf", ImageNetRegNetX400MF.TYPE),
                Arguments.of("torchvision-regnet_y_400mf", ImageNetRegNetY400MF.TYPE),
                Arguments.of("torchvision-regnet_x_1_6gf", ImageNetRegNetX1600MF.TYPE),
                Arguments.of("torchvision-regnet_y_1_6gf", ImageNetRegNetY1600MF.TYPE),
                Arguments.of("torchvision-shufflenet_v2_x0_5", ImageNetShuffleNetV2X05.TYPE),
                Arguments.of("torchvision-shufflenet_v2_x1_0", ImageNetShuffleNetV2X10.TYPE),
                Arguments.of("torchvision-shufflenet_v2_x1_5", ImageNetShuffleNetV2X15.TYPE),
                Arguments.of("torchvision-shufflenet_v2_x2_0", ImageNetShuffleNetV2X20.TYPE),
                Arguments.of("torchvision-mnasnet0_5", ImageNetMnasnet05.TYPE),
                Arguments.of("torchvision-mnasnet1_0", ImageNetMnasnet10.TYPE),
                Arguments.of("torchvision-mobilenet_v2", ImageNetMobileNetV2.TYPE),
                Arguments.of("torchvision-efficientnet_b0", ImageNetEfficientNetB0.TYPE),
                Arguments.of("torchvision-efficientnet_b1", ImageNetEfficientNetB1.TYPE),
                Arguments.of("torchvision-efficientnet_b3", ImageNetEfficientNetB3.TYPE),
                Arguments.of("torchvision-efficientnet_b6", TorchvisionEfficientNetB6.TYPE),
                Arguments.of("torchvision-efficientnet_b7", TorchvisionEfficientNetB7.TYPE),
                Arguments.of("torchvision-efficientnet_v2_s", ImageNetEfficientNetV2S.TYPE),
                Arguments.of("torchvision-efficientnet_v2_m", TorchvisionEfficientNetV2M.TYPE),
                Arguments.of("torchvision-efficientnet_v2_l", TorchvisionEfficientNetV2L.TYPE),
                Arguments.of("torchvision-mobilenet_v3_small", ImageNetMobileNetV3Small.TYPE),
                Arguments.of("torchvision-mobilenet_v3_large", ImageNetMobileNetV3Large.TYPE),
                Arguments.of("torchvision-squeezenet1_0", ImageNetSqueezeNet10.TYPE),
                Arguments.of("torchvision-squeezenet1_1", ImageNetSqueezeNet11.TYPE),
                Arguments.of("torchvision-densenet121", ImageNetDenseNet121.TYPE),
                Arguments.of("torchvision-densenet169", ImageNetDenseNet169.TYPE),
                Arguments.of("d2l-lenet", LeNet28.TYPE),
                Arguments.of("d2l-batch-norm-lenet", BatchNormLeNet28.TYPE),
                Arguments.of("d2l-alexnet", AlexNet224.TYPE),
                Arguments.of("d2l-small-vgg", Vgg11Quarter.TYPE),
                Arguments.of("d2l-nin", Nin224.TYPE),
                Arguments.of("d2l-googlenet", GoogLeNet96.TYPE),
                Arguments.of("d2l-resnet18", ResNet18At96.TYPE),
                Arguments.of("d2l-densenet", DenseNet96.TYPE));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        AlexNet224.TYPE,
                        TorchDialect.TORCHVISION,
                        "conv1 is Conv2d 11x11, stride 4, padding 1, with bias, where torchvision's AlexNet has"
                                + " Conv2d 11x11, stride 4, padding 2, with bias (features.0)"),
                Arguments.of(
                        AlexNet227DropoutFirst.TYPE,
                        TorchDialect.D2L,
                        "conv1 is Conv2d 11x11, stride 4, padding 0, with bias, where d2l.ai's AlexNet has"
                                + " Conv2d 11x11, stride 4, padding 1, with bias (0)"),
                Arguments.of(
                        ImageNetGoogLeNet.TYPE,
                        TorchDialect.TORCHVISION,
                        "conv1_norm is BatchNorm with epsilon 0.00001, where torchvision's GoogLeNet has"
                                + " BatchNorm with epsilon 0.001 (conv1.bn)"),
                Arguments.of(
                        TorchvisionLikeGoogLeNet.TYPE,
                        TorchDialect.TORCHVISION,
                        "inception3a_5x5 is Conv2d 5x5, stride 1, padding 2, without bias, where torchvision's GoogLeNet has"
                                + " Conv2d 3x3, stride 1, padding 1, without bias (inception3a.branch3.1.conv)"),
                Arguments.of(
                        GoogLeNet227.TYPE,
                        TorchDialect.D2L,
                        "pool1 is MaxPool2d 2x2, stride 2, padding 0, where d2l.ai's GoogLeNet has"
                                + " MaxPool2d 3x3, stride 2, padding 1"),
                Arguments.of(
                        StrideFirstResNet.TYPE,
                        TorchDialect.TORCHVISION,
                        "layer2.0.conv1 is Conv2d 1x1, stride 2, padding 0, without bias, where torchvision's ResNet has"
                                + " Conv2d 1x1, stride 1, padding 0, without bias (layer2.0.conv1)"),
                Arguments.of(
                        ImageNetVgg16Pointwise.TYPE,
                        TorchDialect.TORCHVISION,
                        "conv3_3 is Conv2d 1x1, stride 1, padding 0, with bias, where torchvision's VGG has"
                                + " Conv2d 3x3, stride 1, padding 1, with bias (features.14)"),
                Arguments.of(
                        ImageNetVgg11Lrn.TYPE,
                        TorchDialect.D2L,
                        "norm1 is LocalResponseNorm of 5 channels, where d2l.ai's VGG has MaxPool2d 2x2, stride 2, padding 0"),
                Arguments.of(
                        Vgg11EighthAt96.TYPE,
                        TorchDialect.TORCHVISION,
                        "fc6 is Linear on maps of 3x3, where torchvision's VGG has Linear on maps of 7x7 (classifier.0)"),
                Arguments.of(
                        LeNet32.TYPE,
                        TorchDialect.D2L,
                        "c1 is Conv2d 5x5, stride 1, padding 0, with bias, where d2l.ai's LeNet has"
                                + " Conv2d 5x5, stride 1, padding 2, with bias (0)"),
                Arguments.of(CifarNin.TYPE, TorchDialect.TORCHVISION, "torchvision has no network of its family"));
    }

    /** Shapes by name, since PyTorch's order is that of registration and ours that of computing. */
    @ParameterizedTest
    @MethodSource("named")
    void namesAndShapesAreThoseOfPyTorchsStateDict(String network, NetworkType<?> type) {
        List<NamedShape> ours = new ArrayList<>();
        TorchDialect dialect = network.startsWith("d2l") ? TorchDialect.D2L : TorchDialect.TORCHVISION;
        type.torchNames()
                .tensors(dialect, type.parameters())
                .forEach((name, tensor) ->
                        ours.add(new NamedShape(name, type.torchNames().shape(dialect, tensor))));

        List<NamedShape> theirs = TorchFixture.of(network).shapes();
        assertThat(ours).as(network).containsExactlyInAnyOrderElementsOf(theirs);
        if (dialect == TorchDialect.TORCHVISION
                && !network.equals(WITH_HEADS)
                && !network.startsWith(WITH_LAYER_SCALE)) {
            assertThat(ours).as(network + " in order").isEqualTo(theirs);
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aNetworkThatComputesSomethingElseHasNoNamesAndSaysWhere(
            NetworkType<?> type, TorchDialect dialect, String difference) {
        assertThat(type.torchNames().difference(dialect)).contains(difference);
        assertThat(type.torchNames().dialects()).doesNotContain(dialect);
    }
}
