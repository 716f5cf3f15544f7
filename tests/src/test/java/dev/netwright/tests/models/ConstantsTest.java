package dev.netwright.tests.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.lenet.LeNet32;
import dev.netwright.models.vgg.ImageNetVgg16;
import dev.netwright.models.vgg.Vgg11;
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
                        List.of(61_706L, 423_038L, 16L)));
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
