package dev.netwright.tests.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.convnext.ImageNetConvNeXtBase;
import dev.netwright.models.convnext.ImageNetConvNeXtSmall;
import dev.netwright.models.convnext.ImageNetConvNeXtTiny;
import dev.netwright.models.densenet.ImageNetDenseNet121;
import dev.netwright.models.densenet.ImageNetDenseNet169;
import dev.netwright.models.efficientnet.ImageNetEfficientNetB0;
import dev.netwright.models.efficientnet.ImageNetEfficientNetB1;
import dev.netwright.models.efficientnet.ImageNetEfficientNetB3;
import dev.netwright.models.efficientnet.ImageNetEfficientNetV2S;
import dev.netwright.models.inception.ImageNetInceptionV3;
import dev.netwright.models.inception.TorchvisionGoogLeNet;
import dev.netwright.models.mnasnet.ImageNetMnasnet05;
import dev.netwright.models.mnasnet.ImageNetMnasnet10;
import dev.netwright.models.mobilenet.ImageNetMobileNetV2;
import dev.netwright.models.mobilenet.ImageNetMobileNetV3Large;
import dev.netwright.models.mobilenet.ImageNetMobileNetV3Small;
import dev.netwright.models.regnet.ImageNetRegNetX1600MF;
import dev.netwright.models.regnet.ImageNetRegNetX400MF;
import dev.netwright.models.regnet.ImageNetRegNetY1600MF;
import dev.netwright.models.regnet.ImageNetRegNetY400MF;
import dev.netwright.models.resnet.ImageNetResNeXt50;
import dev.netwright.models.resnet.ImageNetResNet18;
import dev.netwright.models.resnet.ImageNetResNet34;
import dev.netwright.models.resnet.ImageNetResNet50;
import dev.netwright.models.resnet.ImageNetWideResNet50;
import dev.netwright.models.shufflenet.ImageNetShuffleNetV2X05;
import dev.netwright.models.shufflenet.ImageNetShuffleNetV2X10;
import dev.netwright.models.shufflenet.ImageNetShuffleNetV2X15;
import dev.netwright.models.shufflenet.ImageNetShuffleNetV2X20;
import dev.netwright.models.squeezenet.ImageNetSqueezeNet10;
import dev.netwright.models.squeezenet.ImageNetSqueezeNet11;
import dev.netwright.models.vgg.ImageNetVgg11BatchNorm;
import dev.netwright.models.vgg.ImageNetVgg16BatchNorm;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.summary.LayerFacts;
import dev.netwright.runtime.torch.TorchDialect;
import dev.netwright.tests.torch.TorchvisionEfficientNetB6;
import dev.netwright.tests.torch.TorchvisionEfficientNetB7;
import dev.netwright.tests.torch.TorchvisionEfficientNetV2L;
import dev.netwright.tests.torch.TorchvisionEfficientNetV2M;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The size of {@code torchvision.models}, version 0.14, and of our networks of the same name. The expectations are of this making, in
 * evaluation mode and with one image:
 *
 * <pre>
 *   parameters = sum(p.numel() for p in net.parameters())
 *   entries = len(net.state_dict())
 *   def hook(layer, inputs, x):          # registered on each Conv2d and Linear
 *       macs += layer.weight.numel() * (x[0, 0].numel() if isinstance(layer, nn.Conv2d) else 1)
 * </pre>
 */
final class TorchvisionNumbersTest {
    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of("vgg11_bn", ImageNetVgg11BatchNorm.TYPE, List.of(132_868_840L, 7_609_090_048L, 62L)),
                Arguments.of("vgg16_bn", ImageNetVgg16BatchNorm.TYPE, List.of(138_365_992L, 15_470_264_320L, 97L)),
                Arguments.of("resnet18", ImageNetResNet18.TYPE, List.of(11_689_512L, 1_814_073_344L, 122L)),
                Arguments.of("resnet34", ImageNetResNet34.TYPE, List.of(21_797_672L, 3_663_761_408L, 218L)),
                Arguments.of("resnet50", ImageNetResNet50.TYPE, List.of(25_557_032L, 4_089_184_256L, 320L)),
                Arguments.of("wide_resnet50_2", ImageNetWideResNet50.TYPE, List.of(68_883_240L, 11_398_021_120L, 320L)),
                Arguments.of("resnext50_32x4d", ImageNetResNeXt50.TYPE, List.of(25_028_904L, 4_230_479_872L, 320L)),
                Arguments.of("googlenet", TorchvisionGoogLeNet.TYPE, List.of(13_004_888L, 1_498_376_192L, 364L)),
                Arguments.of("inception_v3", ImageNetInceptionV3.TYPE, List.of(27_161_264L, 5_713_216_096L, 580L)),
                Arguments.of("convnext_tiny", ImageNetConvNeXtTiny.TYPE, List.of(28_589_128L, 4_455_531_264L, 182L)),
                Arguments.of("convnext_small", ImageNetConvNeXtSmall.TYPE, List.of(50_223_688L, 8_683_712_256L, 344L)),
                Arguments.of("convnext_base", ImageNetConvNeXtBase.TYPE, List.of(88_591_464L, 15_354_729_472L, 344L)),
                Arguments.of("regnet_x_400mf", ImageNetRegNetX400MF.TYPE, List.of(5_495_976L, 413_812_608L, 428L)),
                Arguments.of("regnet_y_400mf", ImageNetRegNetY400MF.TYPE, List.of(4_344_144L, 401_842_848L, 384L)),
                Arguments.of("regnet_x_1_6gf", ImageNetRegNetX1600MF.TYPE, List.of(9_190_136L, 1_602_849_792L, 356L)),
                Arguments.of("regnet_y_1_6gf", ImageNetRegNetY1600MF.TYPE, List.of(11_202_430L, 1_612_076_160L, 626L)),
                Arguments.of(
                        "shufflenet_v2_x0_5", ImageNetShuffleNetV2X05.TYPE, List.of(1_366_792L, 40_476_448L, 338L)),
                Arguments.of(
                        "shufflenet_v2_x1_0", ImageNetShuffleNetV2X10.TYPE, List.of(2_278_604L, 144_907_992L, 338L)),
                Arguments.of(
                        "shufflenet_v2_x1_5", ImageNetShuffleNetV2X15.TYPE, List.of(3_503_624L, 295_759_392L, 338L)),
                Arguments.of(
                        "shufflenet_v2_x2_0", ImageNetShuffleNetV2X20.TYPE, List.of(7_393_996L, 583_253_464L, 338L)),
                Arguments.of("squeezenet1_0", ImageNetSqueezeNet10.TYPE, List.of(1_248_424L, 818_924_576L, 52L)),
                Arguments.of("squeezenet1_1", ImageNetSqueezeNet11.TYPE, List.of(1_235_496L, 349_151_936L, 52L)),
                Arguments.of("efficientnet_b0", ImageNetEfficientNetB0.TYPE, List.of(5_288_548L, 385_814_752L, 360L)),
                Arguments.of("efficientnet_b1", ImageNetEfficientNetB1.TYPE, List.of(7_794_184L, 686_802_832L, 508L)),
                Arguments.of(
                        "efficientnet_b3", ImageNetEfficientNetB3.TYPE, List.of(12_233_232L, 1_827_141_392L, 574L)),
                Arguments.of(
                        "efficientnet_b6", TorchvisionEfficientNetB6.TYPE, List.of(43_040_704L, 19_067_593_536L, 986L)),
                Arguments.of(
                        "efficientnet_b7",
                        TorchvisionEfficientNetB7.TYPE,
                        List.of(66_347_960L, 37_745_884_192L, 1200L)),
                Arguments.of(
                        "efficientnet_v2_s", ImageNetEfficientNetV2S.TYPE, List.of(21_458_488L, 8_365_617_152L, 782L)),
                Arguments.of(
                        "efficientnet_v2_m",
                        TorchvisionEfficientNetV2M.TYPE,
                        List.of(54_139_356L, 24_582_460_384L, 1120L)),
                Arguments.of(
                        "efficientnet_v2_l",
                        TorchvisionEfficientNetV2L.TYPE,
                        List.of(118_515_272L, 56_079_699_008L, 1548L)),
                Arguments.of("mobilenet_v2", ImageNetMobileNetV2.TYPE, List.of(3_504_872L, 300_774_272L, 314L)),
                Arguments.of(
                        "mobilenet_v3_small", ImageNetMobileNetV3Small.TYPE, List.of(2_542_856L, 56_510_400L, 244L)),
                Arguments.of(
                        "mobilenet_v3_large", ImageNetMobileNetV3Large.TYPE, List.of(5_483_032L, 216_589_760L, 312L)),
                Arguments.of("mnasnet0_5", ImageNetMnasnet05.TYPE, List.of(2_218_512L, 104_455_968L, 314L)),
                Arguments.of("mnasnet1_0", ImageNetMnasnet10.TYPE, List.of(4_383_312L, 314_415_872L, 314L)),
                Arguments.of("densenet121", ImageNetDenseNet121.TYPE, List.of(7_978_856L, 2_834_161_664L, 727L)),
                Arguments.of("densenet169", ImageNetDenseNet169.TYPE, List.of(14_149_480L, 3_359_843_328L, 1015L)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void parametersMultiplyAddsAndEntriesOfTheStateAreTorchvisions(
            String network, NetworkType<?> type, List<Long> expected) {
        assertThat(List.of(type.parameters().size(), multiplyAdds(type), entries(type)))
                .as("%s: parameters, multiply-adds, entries of the state", network)
                .isEqualTo(expected);
    }

    /** Of convolutions and fully connected layers, without biases and without auxiliary classifiers. */
    private static long multiplyAdds(NetworkType<?> type) {
        Map<String, Parameter> weights = type.parameters().tensors().stream()
                .filter(tensor -> tensor.role().isWeight())
                .collect(Collectors.toMap(Parameter::layer, Function.identity()));
        return type.structure()
                .layers()
                .filter(layer ->
                        weights.containsKey(layer.name()) && !layer.name().startsWith("aux"))
                .mapToLong(layer ->
                        Objects.requireNonNull(weights.get(layer.name())).size() * pixels(layer))
                .sum();
    }

    /** 1 if the output is a vector. */
    private static long pixels(LayerFacts layer) {
        return layer.output().stream().skip(1).mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** Tensors, and the counter of batches that each of PyTorch's norms keeps. */
    private static long entries(NetworkType<?> type) {
        List<String> names = List.copyOf(type.torchNames()
                .tensors(TorchDialect.TORCHVISION, type.parameters())
                .keySet());
        return names.size()
                + names.stream().filter(name -> name.endsWith("running_mean")).count();
    }
}
