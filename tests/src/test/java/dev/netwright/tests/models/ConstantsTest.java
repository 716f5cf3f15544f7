package dev.netwright.tests.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.alexnet.AlexNet224;
import dev.netwright.models.alexnet.AlexNet227DropoutFirst;
import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.lenet.LeNet32;
import dev.netwright.models.nin.CifarNin;
import dev.netwright.models.nin.Nin224;
import dev.netwright.models.nin.Nin227;
import dev.netwright.models.vgg.ImageNetVgg16;
import dev.netwright.models.vgg.ImageNetVgg16DropoutBeforeLinear;
import dev.netwright.models.vgg.ImageNetVgg16HalfSquaredError;
import dev.netwright.models.vgg.Vgg11;
import dev.netwright.models.vgg.Vgg11DropoutFirst;
import dev.netwright.models.vgg.Vgg11Eighth;
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
                        List.of(AlexNet227DropoutFirst.PARAMETERS, AlexNet227DropoutFirst.FORWARD_MACS, AlexNet227DropoutFirst.RECEPTIVE_FIELD),
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
                        List.of(BatchNormLeNet28.PARAMETERS, BatchNormLeNet28.FORWARD_MACS, BatchNormLeNet28.RECEPTIVE_FIELD),
                        List.of(44_878L, 286_786L, 16L)),
                Arguments.of(
                        "ImageNetVgg16DropoutBeforeLinear",
                        List.of(ImageNetVgg16DropoutBeforeLinear.PARAMETERS, ImageNetVgg16DropoutBeforeLinear.FORWARD_MACS, ImageNetVgg16DropoutBeforeLinear.RECEPTIVE_FIELD),
                        List.of(138_357_544L, 15_483_821_032L, 212L)),
                Arguments.of(
                        "ImageNetVgg16HalfSquaredError",
                        List.of(ImageNetVgg16HalfSquaredError.PARAMETERS, ImageNetVgg16HalfSquaredError.FORWARD_MACS, ImageNetVgg16HalfSquaredError.RECEPTIVE_FIELD),
                        List.of(138_357_544L, 15_483_821_032L, 212L)),
                Arguments.of(
                        "Vgg11DropoutFirst",
                        List.of(Vgg11DropoutFirst.PARAMETERS, Vgg11DropoutFirst.FORWARD_MACS, Vgg11DropoutFirst.RECEPTIVE_FIELD),
                        List.of(128_806_154L, 7_554_666_506L, 150L)));
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
