package dev.netwright.tests.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.alexnet.AlexNet224;
import dev.netwright.models.alexnet.AlexNet227DropoutFirst;
import dev.netwright.models.densenet.DenseNet96;
import dev.netwright.models.inception.GoogLeNet227;
import dev.netwright.models.inception.GoogLeNet96;
import dev.netwright.models.inception.ImageNetGoogLeNet;
import dev.netwright.models.inception.ImageNetGoogLeNetNarrow4e;
import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.lenet.LeNet32;
import dev.netwright.models.nin.CifarNin;
import dev.netwright.models.nin.Nin224;
import dev.netwright.models.nin.Nin227;
import dev.netwright.models.resnet.LeafResNet18;
import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.models.resnet.WideLeafResNet;
import dev.netwright.models.vgg.ImageNetVgg16;
import dev.netwright.models.vgg.Vgg11;
import dev.netwright.models.vgg.Vgg11Eighth;
import dev.netwright.models.vgg.Vgg11Quarter;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.report.TorchinfoTable;
import dev.netwright.runtime.summary.LayerFacts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The foot of each network's table is that of the same network in PyTorch for one image. The expectations are of this making:
 *
 * <pre>
 *   from torchinfo import summary
 *   found = summary(net, (1, channels, side, side), verbose=0)
 *   print(found.total_params, found.total_mult_adds, found.total_output_bytes / 1e6, found.total_param_bytes / 1e6)
 * </pre>
 */
final class TorchinfoSizesTest {
    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of(Vgg11.TYPE, 128_806_154L, 7_554_666_506L, "59.47", "515.22"),
                Arguments.of(Vgg11Eighth.TYPE, 2_018_346L, 122_020_362L, "7.43", "8.07"),
                Arguments.of(Vgg11Quarter.TYPE, 43_093_322L, 514_020_362L, "14.92", "172.37"),
                Arguments.of(ImageNetVgg16.TYPE, 138_357_544L, 15_483_821_032L, "108.45", "553.43"),
                Arguments.of(LeNet28.TYPE, 61_706L, 423_038L, "0.05", "0.25"),
                Arguments.of(LeNet32.TYPE, 61_706L, 423_038L, "0.05", "0.25"),
                Arguments.of(BatchNormLeNet28.TYPE, 44_878L, 286_786L, "0.08", "0.18"),
                Arguments.of(AlexNet224.TYPE, 46_764_746L, 938_754_826L, "4.87", "187.06"),
                Arguments.of(AlexNet227DropoutFirst.TYPE, 58_299_082L, 1_061_582_538L, "5.27", "233.20"),
                Arguments.of(Nin224.TYPE, 1_992_166L, 763_822_966L, "12.20", "7.97"),
                Arguments.of(Nin227.TYPE, 1_992_166L, 836_583_000L, "13.01", "7.97"),
                Arguments.of(CifarNin.TYPE, 966_986L, 200_965_418L, "4.86", "3.87"),
                Arguments.of(GoogLeNet96.TYPE, 5_977_530L, 276_658_874L, "4.74", "23.91"),
                Arguments.of(GoogLeNet227.TYPE, 5_977_530L, 1_670_910_922L, "27.86", "23.91"),
                Arguments.of(ImageNetGoogLeNetNarrow4e.TYPE, 13_351_716L, 1_584_384_516L, "51.69", "53.41"),
                Arguments.of(ImageNetGoogLeNet.TYPE, 13_385_816L, 1_591_064_216L, "51.72", "53.54"),
                Arguments.of(ResNet18At96.TYPE, 11_178_378L, 319_121_546L, "7.04", "44.71"),
                Arguments.of(LeafResNet18.TYPE, 11_269_808L, 1_816_143_152L, "38.34", "45.08"),
                Arguments.of(WideLeafResNet.TYPE, 210_118_704L, 13_506_767_664L, "57.80", "840.47"),
                Arguments.of(DenseNet96.TYPE, 758_226L, 129_404_906L, "7.94", "3.03"));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theFootOfTheTableIsTorchinfos(
            NetworkType<?> type, long parameters, long multiplyAdds, String activations, String parameterMegabytes) {
        assertThat(type.structure().multiplyAdds()).isEqualTo(multiplyAdds);
        assertThat(TorchinfoTable.of(type.structure(), 1).lines())
                .contains(
                        String.format(Locale.ROOT, "Total params: %,d", parameters),
                        "Forward/backward pass size (MB): " + activations,
                        "Params size (MB): " + parameterMegabytes);
    }

    @Test
    void theFootOfVgg16IsThatOfItsTutorial() {
        List<String> lines =
                TorchinfoTable.of(ImageNetVgg16.TYPE.structure(), 1).lines();

        assertThat(lines)
                .contains(
                        "Total params: 138,357,544",
                        "Trainable params: 138,357,544",
                        "Non-trainable params: 0",
                        "Total mult-adds (G): 15.48",
                        "Input size (MB): 0.60",
                        "Forward/backward pass size (MB): 108.45",
                        "Params size (MB): 553.43",
                        "Estimated Total Size (MB): 662.49");
    }

    @Test
    void theListedLayersAreThoseOfTheConstants() {
        assertThat(ModelClasses.types()).isNotEmpty().allSatisfy(type -> {
            assertThat(type.structure().parameters())
                    .isEqualTo(type.parameters().size());
            assertThat(type.structure().images())
                    .containsExactly(
                            type.images().channels(),
                            type.images().height(),
                            type.images().width());
            assertThat(type.structure().output().stream().reduce(1, Math::multiplyExact))
                    .isEqualTo(type.classes());
            assertThat(type.structure().layers().map(LayerFacts::name)).doesNotHaveDuplicates();
        });
    }
}
