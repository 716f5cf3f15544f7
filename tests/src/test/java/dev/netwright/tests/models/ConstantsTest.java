package dev.netwright.tests.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.alexnet.AlexNet224;
import dev.netwright.models.alexnet.AlexNet227DropoutFirst;
import dev.netwright.models.densenet.DenseNet96;
import dev.netwright.models.densenet.ImageNetDenseNet121;
import dev.netwright.models.inception.GoogLeNet227;
import dev.netwright.models.inception.GoogLeNet96;
import dev.netwright.models.inception.ImageNetGoogLeNet;
import dev.netwright.models.inception.ImageNetGoogLeNetNarrow4e;
import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.lenet.LeNet32;
import dev.netwright.models.mobilenet.MobileNetV3SmallAt32;
import dev.netwright.models.nin.CifarNin;
import dev.netwright.models.nin.Nin224;
import dev.netwright.models.nin.Nin227;
import dev.netwright.models.resnet.ImageNetResNet101;
import dev.netwright.models.resnet.ImageNetResNet18;
import dev.netwright.models.resnet.ImageNetResNet34;
import dev.netwright.models.resnet.ImageNetResNet50;
import dev.netwright.models.resnet.ImageNetResNet50D;
import dev.netwright.models.resnet.LeafResNet18;
import dev.netwright.models.resnet.ResNet18At32;
import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.models.resnet.WideLeafResNet;
import dev.netwright.models.vgg.ImageNetVgg11;
import dev.netwright.models.vgg.ImageNetVgg11Lrn;
import dev.netwright.models.vgg.ImageNetVgg13;
import dev.netwright.models.vgg.ImageNetVgg16;
import dev.netwright.models.vgg.ImageNetVgg16DropoutBeforeLinear;
import dev.netwright.models.vgg.ImageNetVgg16HalfSquaredError;
import dev.netwright.models.vgg.ImageNetVgg16Pointwise;
import dev.netwright.models.vgg.ImageNetVgg19;
import dev.netwright.models.vgg.Vgg11;
import dev.netwright.models.vgg.Vgg11DropoutFirst;
import dev.netwright.models.vgg.Vgg11Eighth;
import dev.netwright.models.vgg.Vgg11EighthAt96;
import dev.netwright.models.vgg.Vgg11Quarter;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The constants of the generated classes are those of the same networks in PyTorch. The expectations are of this making, the
 * multiply-adds by torchinfo's rule, the receptive field of the last layer before the fully connected ones:
 *
 * <pre>
 *   parameters = sum(p.numel() for p in net.parameters())
 *   macs, field, jump, x = 0, 1, 1, torch.zeros(1, channels, side, side)
 *   for layer in net:                        # an nn.Sequential of Conv2d, pools, activations, Flatten, Linear
 *       x = layer(x)
 *       macs += sum(p.numel() for p in layer.parameters()) * (x[0, 0].numel() if x.dim() == 4 else 1)
 *       if isinstance(layer, (nn.Conv2d, nn.MaxPool2d, nn.AvgPool2d)):
 *           kernel, stride = (n if isinstance(n, int) else n[0] for n in (layer.kernel_size, layer.stride))
 *           field, jump = field + (kernel - 1) * jump, jump * stride
 * </pre>
 */
final class ConstantsTest {
    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of(
                        "Vgg11",
                        List.of(Vgg11.PARAMETERS, Vgg11.FORWARD_MACS, Vgg11.RECEPTIVE_FIELD),
                        List.of(128_806_154L, 7_554_666_506L, 150L)),
                Arguments.of(
                        "Vgg11Eighth",
                        List.of(Vgg11Eighth.PARAMETERS, Vgg11Eighth.FORWARD_MACS, Vgg11Eighth.RECEPTIVE_FIELD),
                        List.of(2_018_346L, 122_020_362L, 150L)),
                Arguments.of(
                        "Vgg11Quarter",
                        List.of(Vgg11Quarter.PARAMETERS, Vgg11Quarter.FORWARD_MACS, Vgg11Quarter.RECEPTIVE_FIELD),
                        List.of(43_093_322L, 514_020_362L, 150L)),
                Arguments.of(
                        "ImageNetVgg16",
                        List.of(ImageNetVgg16.PARAMETERS, ImageNetVgg16.FORWARD_MACS, ImageNetVgg16.RECEPTIVE_FIELD),
                        List.of(138_357_544L, 15_483_821_032L, 212L)),
                Arguments.of(
                        "LeNet28",
                        List.of(LeNet28.PARAMETERS, LeNet28.FORWARD_MACS, LeNet28.RECEPTIVE_FIELD),
                        List.of(61_706L, 423_038L, 16L)),
                Arguments.of(
                        "LeNet32",
                        List.of(LeNet32.PARAMETERS, LeNet32.FORWARD_MACS, LeNet32.RECEPTIVE_FIELD),
                        List.of(61_706L, 423_038L, 16L)),
                Arguments.of(
                        "AlexNet224",
                        List.of(AlexNet224.PARAMETERS, AlexNet224.FORWARD_MACS, AlexNet224.RECEPTIVE_FIELD),
                        List.of(46_764_746L, 938_754_826L, 195L)),
                Arguments.of(
                        "AlexNet227DropoutFirst",
                        List.of(
                                AlexNet227DropoutFirst.PARAMETERS,
                                AlexNet227DropoutFirst.FORWARD_MACS,
                                AlexNet227DropoutFirst.RECEPTIVE_FIELD),
                        List.of(58_299_082L, 1_061_582_538L, 195L)),
                Arguments.of(
                        "Nin224",
                        List.of(Nin224.PARAMETERS, Nin224.FORWARD_MACS, Nin224.RECEPTIVE_FIELD),
                        List.of(1_992_166L, 763_822_966L, 195L)),
                Arguments.of(
                        "Nin227",
                        List.of(Nin227.PARAMETERS, Nin227.FORWARD_MACS, Nin227.RECEPTIVE_FIELD),
                        List.of(1_992_166L, 836_583_000L, 195L)),
                Arguments.of(
                        "CifarNin",
                        List.of(CifarNin.PARAMETERS, CifarNin.FORWARD_MACS, CifarNin.RECEPTIVE_FIELD),
                        List.of(966_986L, 200_965_418L, 51L)),
                Arguments.of(
                        "BatchNormLeNet28",
                        List.of(
                                BatchNormLeNet28.PARAMETERS,
                                BatchNormLeNet28.FORWARD_MACS,
                                BatchNormLeNet28.RECEPTIVE_FIELD),
                        List.of(44_878L, 286_786L, 16L)),
                Arguments.of(
                        "ImageNetVgg16DropoutBeforeLinear",
                        List.of(
                                ImageNetVgg16DropoutBeforeLinear.PARAMETERS,
                                ImageNetVgg16DropoutBeforeLinear.FORWARD_MACS,
                                ImageNetVgg16DropoutBeforeLinear.RECEPTIVE_FIELD),
                        List.of(138_357_544L, 15_483_821_032L, 212L)),
                Arguments.of(
                        "ImageNetVgg16HalfSquaredError",
                        List.of(
                                ImageNetVgg16HalfSquaredError.PARAMETERS,
                                ImageNetVgg16HalfSquaredError.FORWARD_MACS,
                                ImageNetVgg16HalfSquaredError.RECEPTIVE_FIELD),
                        List.of(138_357_544L, 15_483_821_032L, 212L)),
                Arguments.of(
                        "ImageNetVgg11",
                        List.of(ImageNetVgg11.PARAMETERS, ImageNetVgg11.FORWARD_MACS, ImageNetVgg11.RECEPTIVE_FIELD),
                        List.of(132_863_336L, 7_616_525_288L, 150L)),
                Arguments.of(
                        "ImageNetVgg11Lrn",
                        List.of(
                                ImageNetVgg11Lrn.PARAMETERS,
                                ImageNetVgg11Lrn.FORWARD_MACS,
                                ImageNetVgg11Lrn.RECEPTIVE_FIELD),
                        List.of(132_863_336L, 7_616_525_288L, 150L)),
                Arguments.of(
                        "ImageNetVgg13",
                        List.of(ImageNetVgg13.PARAMETERS, ImageNetVgg13.FORWARD_MACS, ImageNetVgg13.RECEPTIVE_FIELD),
                        List.of(133_047_848L, 11_320_718_312L, 156L)),
                Arguments.of(
                        "ImageNetVgg16Pointwise",
                        List.of(
                                ImageNetVgg16Pointwise.PARAMETERS,
                                ImageNetVgg16Pointwise.FORWARD_MACS,
                                ImageNetVgg16Pointwise.RECEPTIVE_FIELD),
                        List.of(133_638_952L, 11_784_444_904L, 156L)),
                Arguments.of(
                        "ImageNetVgg19",
                        List.of(ImageNetVgg19.PARAMETERS, ImageNetVgg19.FORWARD_MACS, ImageNetVgg19.RECEPTIVE_FIELD),
                        List.of(143_667_240L, 19_646_923_752L, 268L)),
                Arguments.of(
                        "Vgg11EighthAt96",
                        List.of(
                                Vgg11EighthAt96.PARAMETERS,
                                Vgg11EighthAt96.FORWARD_MACS,
                                Vgg11EighthAt96.RECEPTIVE_FIELD),
                        List.of(707_626L, 22_630_922L, 150L)),
                Arguments.of(
                        "Vgg11DropoutFirst",
                        List.of(
                                Vgg11DropoutFirst.PARAMETERS,
                                Vgg11DropoutFirst.FORWARD_MACS,
                                Vgg11DropoutFirst.RECEPTIVE_FIELD),
                        List.of(128_806_154L, 7_554_666_506L, 150L)));
    }

    /**
     * Of {@code torchvision.models} and of the tutorials' networks, by the same rule. All modules of a network are visited with a
     * hook; the field follows the longest path, so that convolutions named {@code downsample} and shorter branches stay out:
     *
     * <pre>
     *   statistics = sum(b.numel() for name, b in net.named_buffers() if "running" in name)
     *   def hook(layer, inputs, x):          # registered on each layer without children
     *       macs += sum(p.numel() for p in layer.parameters()) * (x[0, 0].numel() if isinstance(layer, nn.Conv2d) else 1)
     * </pre>
     */
    static Stream<Arguments> networksWithBranches() {
        return Stream.of(
                Arguments.of(
                        "ResNet18At96",
                        List.of(
                                ResNet18At96.PARAMETERS,
                                ResNet18At96.RUNNING_STATISTICS,
                                ResNet18At96.FORWARD_MACS,
                                ResNet18At96.RECEPTIVE_FIELD),
                        List.of(11_178_378L, 7_808L, 319_121_546L, 435L)),
                Arguments.of(
                        "ResNet18At32",
                        List.of(
                                ResNet18At32.PARAMETERS,
                                ResNet18At32.RUNNING_STATISTICS,
                                ResNet18At32.FORWARD_MACS,
                                ResNet18At32.RECEPTIVE_FIELD),
                        List.of(11_172_810L, 9_600L, 138_574_218L, 215L)),
                Arguments.of(
                        "MobileNetV3SmallAt32",
                        List.of(
                                MobileNetV3SmallAt32.PARAMETERS,
                                MobileNetV3SmallAt32.RUNNING_STATISTICS,
                                MobileNetV3SmallAt32.FORWARD_MACS,
                                MobileNetV3SmallAt32.RECEPTIVE_FIELD),
                        List.of(1_527_818L, 12_112L, 17_228_450L, 163L)),
                Arguments.of(
                        "LeafResNet18",
                        List.of(
                                LeafResNet18.PARAMETERS,
                                LeafResNet18.RUNNING_STATISTICS,
                                LeafResNet18.FORWARD_MACS,
                                LeafResNet18.RECEPTIVE_FIELD),
                        List.of(11_269_808L, 7_808L, 1_816_143_152L, 435L)),
                Arguments.of(
                        "WideLeafResNet",
                        List.of(
                                WideLeafResNet.PARAMETERS,
                                WideLeafResNet.RUNNING_STATISTICS,
                                WideLeafResNet.FORWARD_MACS,
                                WideLeafResNet.RECEPTIVE_FIELD),
                        List.of(210_118_704L, 31_360L, 13_506_767_664L, 563L)),
                Arguments.of(
                        "ImageNetResNet18",
                        List.of(
                                ImageNetResNet18.PARAMETERS,
                                ImageNetResNet18.RUNNING_STATISTICS,
                                ImageNetResNet18.FORWARD_MACS,
                                ImageNetResNet18.RECEPTIVE_FIELD),
                        List.of(11_689_512L, 9_600L, 1_814_083_944L, 435L)),
                Arguments.of(
                        "ImageNetResNet34",
                        List.of(
                                ImageNetResNet34.PARAMETERS,
                                ImageNetResNet34.RUNNING_STATISTICS,
                                ImageNetResNet34.FORWARD_MACS,
                                ImageNetResNet34.RECEPTIVE_FIELD),
                        List.of(21_797_672L, 17_024L, 3_663_779_432L, 899L)),
                Arguments.of(
                        "ImageNetResNet50",
                        List.of(
                                ImageNetResNet50.PARAMETERS,
                                ImageNetResNet50.RUNNING_STATISTICS,
                                ImageNetResNet50.FORWARD_MACS,
                                ImageNetResNet50.RECEPTIVE_FIELD),
                        List.of(25_557_032L, 53_120L, 4_089_238_376L, 427L)),
                Arguments.of(
                        "ImageNetResNet50D",
                        List.of(
                                ImageNetResNet50D.PARAMETERS,
                                ImageNetResNet50D.RUNNING_STATISTICS,
                                ImageNetResNet50D.FORWARD_MACS,
                                ImageNetResNet50D.RECEPTIVE_FIELD),
                        List.of(25_576_264L, 53_248L, 4_328_879_080L, 431L)),
                Arguments.of(
                        "ImageNetResNet101",
                        List.of(
                                ImageNetResNet101.PARAMETERS,
                                ImageNetResNet101.RUNNING_STATISTICS,
                                ImageNetResNet101.FORWARD_MACS,
                                ImageNetResNet101.RECEPTIVE_FIELD),
                        List.of(44_549_160L, 105_344L, 7_801_511_784L, 971L)),
                Arguments.of(
                        "GoogLeNet96",
                        List.of(
                                GoogLeNet96.PARAMETERS,
                                GoogLeNet96.RUNNING_STATISTICS,
                                GoogLeNet96.FORWARD_MACS,
                                GoogLeNet96.RECEPTIVE_FIELD),
                        List.of(5_977_530L, 0L, 276_658_874L, 715L)),
                Arguments.of(
                        "GoogLeNet227",
                        List.of(
                                GoogLeNet227.PARAMETERS,
                                GoogLeNet227.RUNNING_STATISTICS,
                                GoogLeNet227.FORWARD_MACS,
                                GoogLeNet227.RECEPTIVE_FIELD),
                        List.of(5_977_530L, 0L, 1_670_910_922L, 713L)),
                Arguments.of(
                        "ImageNetGoogLeNet",
                        List.of(
                                ImageNetGoogLeNet.PARAMETERS,
                                ImageNetGoogLeNet.RUNNING_STATISTICS,
                                ImageNetGoogLeNet.FORWARD_MACS,
                                ImageNetGoogLeNet.RECEPTIVE_FIELD),
                        List.of(13_385_816L, 15_072L, 1_591_064_216L, 715L)),
                Arguments.of(
                        "ImageNetGoogLeNetNarrow4e",
                        List.of(
                                ImageNetGoogLeNetNarrow4e.PARAMETERS,
                                ImageNetGoogLeNetNarrow4e.RUNNING_STATISTICS,
                                ImageNetGoogLeNetNarrow4e.FORWARD_MACS,
                                ImageNetGoogLeNetNarrow4e.RECEPTIVE_FIELD),
                        List.of(13_351_716L, 15_052L, 1_584_384_516L, 715L)),
                Arguments.of(
                        "DenseNet96",
                        List.of(
                                DenseNet96.PARAMETERS,
                                DenseNet96.RUNNING_STATISTICS,
                                DenseNet96.FORWARD_MACS,
                                DenseNet96.RECEPTIVE_FIELD),
                        List.of(758_226L, 6_608L, 129_404_906L, 519L)),
                Arguments.of(
                        "ImageNetDenseNet121",
                        List.of(
                                ImageNetDenseNet121.PARAMETERS,
                                ImageNetDenseNet121.RUNNING_STATISTICS,
                                ImageNetDenseNet121.FORWARD_MACS,
                                ImageNetDenseNet121.RECEPTIVE_FIELD),
                        List.of(7_978_856L, 83_648L, 2_834_246_312L, 2_071L)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networksWithBranches")
    void runningStatisticsAreCountedBesideParametersMultiplyAddsAndReceptiveField(
            String network, List<Long> found, List<Long> expected) {
        assertThat(found)
                .as("%s: parameters, running statistics, multiply-adds, receptive field", network)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void parametersMultiplyAddsAndReceptiveFieldAreThoseOfPyTorchsNetwork(
            String network, List<Long> found, List<Long> expected) {
        assertThat(found)
                .as("%s: parameters, multiply-adds, receptive field", network)
                .isEqualTo(expected);
    }

    @Test
    void summaryOfVgg16NamesTheReceptiveFieldOfEachLayer() {
        String fields = Pattern.compile("^(conv|pool)\\w+ .* (\\d+)$", Pattern.MULTILINE)
                .matcher(ImageNetVgg16.summary())
                .results()
                .map(ConstantsTest::field)
                .collect(Collectors.joining(" "));
        assertThat(fields).isEqualTo("3 5 |6| 10 14 |16| 24 32 40 |44| 60 76 92 |100| 132 164 196 |212|");
    }

    /** A pool's field stands between bars. */
    private static String field(MatchResult row) {
        return row.group(1).equals("pool") ? "|" + row.group(2) + "|" : row.group(2);
    }
}
