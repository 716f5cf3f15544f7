package dev.netwright.tests.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.alexnet.AlexNet224;
import dev.netwright.models.convnext.ImageNetConvNeXtTiny;
import dev.netwright.models.densenet.DenseNet96;
import dev.netwright.models.densenet.ImageNetDenseNet121;
import dev.netwright.models.efficientnet.ImageNetEfficientNetB0;
import dev.netwright.models.efficientnet.ImageNetEfficientNetV2S;
import dev.netwright.models.inception.GoogLeNet96;
import dev.netwright.models.inception.ImageNetInceptionV3;
import dev.netwright.models.inception.TorchvisionGoogLeNet;
import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.mnasnet.ImageNetMnasnet10;
import dev.netwright.models.mobilenet.ImageNetMobileNetV2;
import dev.netwright.models.mobilenet.ImageNetMobileNetV3Large;
import dev.netwright.models.mobilenet.ImageNetMobileNetV3Small;
import dev.netwright.models.nin.Nin224;
import dev.netwright.models.regnet.ImageNetRegNetX400MF;
import dev.netwright.models.regnet.ImageNetRegNetY400MF;
import dev.netwright.models.resnet.ImageNetResNeXt50;
import dev.netwright.models.resnet.ImageNetResNet18;
import dev.netwright.models.resnet.ImageNetResNet50;
import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.models.shufflenet.ImageNetShuffleNetV2X10;
import dev.netwright.models.squeezenet.ImageNetSqueezeNet10;
import dev.netwright.models.squeezenet.ImageNetSqueezeNet11;
import dev.netwright.models.vgg.ImageNetVgg11BatchNorm;
import dev.netwright.models.vgg.ImageNetVgg16;
import dev.netwright.models.vgg.Vgg11Quarter;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PyTorch's weights, read from a file with PyTorch's names, give PyTorch's logits. */
@Tag("numeric")
final class TorchLogitsTest {
    private static final double TOLERANCE = 1e-4;

    @TempDir
    private Path folder;

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of("torchvision-resnet18", ImageNetResNet18.TYPE),
                Arguments.of("torchvision-resnet50", ImageNetResNet50.TYPE),
                Arguments.of("torchvision-resnext50_32x4d", ImageNetResNeXt50.TYPE),
                Arguments.of("torchvision-googlenet", TorchvisionGoogLeNet.TYPE),
                Arguments.of("torchvision-inception_v3", ImageNetInceptionV3.TYPE),
                Arguments.of("torchvision-convnext_tiny", ImageNetConvNeXtTiny.TYPE),
                Arguments.of("torchvision-regnet_x_400mf", ImageNetRegNetX400MF.TYPE),
                Arguments.of("torchvision-regnet_y_400mf", ImageNetRegNetY400MF.TYPE),
                Arguments.of("torchvision-shufflenet_v2_x1_0", ImageNetShuffleNetV2X10.TYPE),
                Arguments.of("torchvision-mnasnet1_0", ImageNetMnasnet10.TYPE),
                Arguments.of("torchvision-mobilenet_v2", ImageNetMobileNetV2.TYPE),
                Arguments.of("torchvision-efficientnet_b0", ImageNetEfficientNetB0.TYPE),
                Arguments.of("torchvision-efficientnet_v2_s", ImageNetEfficientNetV2S.TYPE),
                Arguments.of("torchvision-mobilenet_v3_small", ImageNetMobileNetV3Small.TYPE),
                Arguments.of("torchvision-mobilenet_v3_large", ImageNetMobileNetV3Large.TYPE),
                Arguments.of("torchvision-squeezenet1_0", ImageNetSqueezeNet10.TYPE),
                Arguments.of("torchvision-squeezenet1_1", ImageNetSqueezeNet11.TYPE),
                Arguments.of("torchvision-densenet121", ImageNetDenseNet121.TYPE),
                Arguments.of("d2l-lenet", LeNet28.TYPE),
                Arguments.of("d2l-batch-norm-lenet", BatchNormLeNet28.TYPE),
                Arguments.of("d2l-nin", Nin224.TYPE),
                Arguments.of("d2l-googlenet", GoogLeNet96.TYPE),
                Arguments.of("d2l-resnet18", ResNet18At96.TYPE),
                Arguments.of("d2l-densenet", DenseNet96.TYPE));
    }

    static Stream<Arguments> largeNetworks() {
        return Stream.of(
                Arguments.of("torchvision-vgg16", ImageNetVgg16.TYPE),
                Arguments.of("torchvision-vgg11_bn", ImageNetVgg11BatchNorm.TYPE),
                Arguments.of("torchvision-alexnet", TorchvisionAlexNet.TYPE),
                Arguments.of("d2l-alexnet", AlexNet224.TYPE),
                Arguments.of("d2l-small-vgg", Vgg11Quarter.TYPE));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void importedWeightsGivePyTorchsLogits(String network, NetworkType<?> type) {
        TorchFixture fixture = TorchFixture.of(network);
        Path file = folder.resolve("weights.safetensors");
        fixture.write(file);

        try (NeuralNetwork imported = type.importTorch(file)) {
            assertThat(TorchFixture.distance(imported.logits(fixture.image(), 1), fixture.logits()))
                    .as(network)
                    .isLessThan(TOLERANCE);
        }
    }

    /** Their fully connected layers make files of 170 to 550 MB. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("largeNetworks")
    void importedWeightsOfLargeNetworksGivePyTorchsLogits(String network, NetworkType<?> type) {
        importedWeightsGivePyTorchsLogits(network, type);
    }

    /** Written by PyTorch after {@code model.half()}, with counters and with the prefix of a class that keeps its layers in {@code net}. */
    @Test
    void aFileOfPyTorchsInHalfPrecisionWithCountersAndPrefixIsRead() throws IOException {
        Path file = folder.resolve("half.safetensors");
        String resource = "/torch/d2l-batch-norm-lenet-half.safetensors";
        try (InputStream in = Objects.requireNonNull(TorchLogitsTest.class.getResourceAsStream(resource), resource)) {
            Files.copy(in, file);
        }

        try (NeuralNetwork imported = BatchNormLeNet28.TYPE.importTorch(file)) {
            TorchFixture fixture = TorchFixture.of("d2l-batch-norm-lenet-half");
            assertThat(TorchFixture.distance(imported.logits(fixture.image(), 1), fixture.logits()))
                    .isLessThan(TOLERANCE);
        }
    }
}
