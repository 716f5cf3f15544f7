package dev.netwright.processor.check;

import static dev.netwright.processor.network.SampleNetworks.block;
import static dev.netwright.processor.network.SampleNetworks.blocks;
import static dev.netwright.processor.network.SampleNetworks.hidden;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.shaped;
import static dev.netwright.processor.network.SampleNetworks.vgg;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.declaration.VggDeclaration;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.network.SampleNetworks;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetworkChecksTest {
    private static final Pattern SUGGESTED_SIZE = Pattern.compile("height = (\\d+), width = (\\d+)\\)");

    private static ShapedNetwork ofPools(int count, int height, int width) {
        return shaped(vgg(images(3, height, width), 10, 1, Collections.nCopies(count, block(1, 4, 3, 0)), hidden(0)));
    }

    @ParameterizedTest
    @CsvSource({"5, 32, 32", "5, 31, 40, 32, 40", "1, 1, 1", "12, 7, 5000", "3, 8, 7"})
    void theSuggestedSizeIsLegalAndOnePixelLessIsNot(int pools, int height, int width) {
        ShapedNetwork network = ofPools(pools, Math.max(1, height - 1), Math.max(1, width - 1));

        Finding finding = new WindowFitsInput().check(network).findings().get(0);
        Matcher size = SUGGESTED_SIZE.matcher(finding.fix());

        assertThat(size.find()).isTrue();
        int newHeight = Integer.parseInt(size.group(1));
        int newWidth = Integer.parseInt(size.group(2));
        assertThat(fits(network, newHeight, newWidth)).isTrue();
        assertThat(fits(network, newHeight - 1, newWidth)
                        && newHeight > network.images().height())
                .isFalse();
        assertThat(fits(network, newHeight, newWidth - 1)
                        && newWidth > network.images().width())
                .isFalse();
        assertThat(newHeight).isGreaterThanOrEqualTo(network.images().height());
        assertThat(newWidth).isGreaterThanOrEqualTo(network.images().width());
    }

    @Test
    void theSuggestedSizeIsLegalAndMinimalForEveryRandomNetwork() {
        int[] reported = {0};
        SampleNetworks.random(20).limit(600).forEach(valid -> {
            ShapedNetwork small = ShapeInference.infer(valid.graph().withImageSize(1, 1));
            for (Finding finding : new WindowFitsInput().check(small).findings()) {
                Matcher size = SUGGESTED_SIZE.matcher(finding.fix());
                assertThat(size.find()).isTrue();
                int side = Integer.parseInt(size.group(1));
                assertThat(size.group(2)).isEqualTo(size.group(1));
                assertThat(fits(valid, side, side)).isTrue();
                assertThat(fits(valid, side - 1, side - 1)).isFalse();
                reported[0]++;
            }
        });
        assertThat(reported[0]).isGreaterThan(200);
    }

    private static boolean fits(ShapedNetwork network, int height, int width) {
        return ShapeInference.infer(network.graph().withImageSize(height, width))
                .misfit()
                .isEmpty();
    }

    @Test
    void suggestsNoUnrealisticSize() {
        assertThat(new WindowFitsInput().check(ofPools(13, 4, 4)).findings())
                .singleElement()
                .extracting(Finding::fix)
                .isEqualTo("shrink the image less before pool3");
    }

    /** 3 * 21845 pixels make 2^16 parameters for each unit; with 32767 of them there are 2 more than allowed. */
    @ParameterizedTest
    @CsvSource({"32766, true", "32767, false"})
    void parametersStayBelowTwoToThe31(int units, boolean isLegal) {
        ShapedNetwork network =
                shaped(vgg(images(1, 2 * 3, 2 * 21845), 2, 1, List.of(block(1, 1, 1, 0)), hidden(0, units)));

        assertThat(network.parameterCount()).isEqualTo(2L + units * 65536L + 2L * units + 2);
        assertThat(network.parameterCount() < 1L << 31).isEqualTo(isLegal);
        assertThat(new TensorsFitArrays().check(network).isClean()).isEqualTo(isLegal);
    }

    @ParameterizedTest
    @CsvSource({"32767, 32768, true", "32768, 32768, false", "1, 1073741823, true", "1, 1073741824, false"})
    void outputsStayBelowTwoToThe31(int height, int width, boolean isLegal) {
        // Two channels of 1x1 convolution: one image is half as large as its output.
        VggDeclaration vgg = vgg(images(1, height, width), 2, 1, List.of(block(1, 2, 1, 0)), hidden(0));

        assertThat(new TensorsFitArrays()
                        .check(shaped(vgg)).findings().stream()
                                .noneMatch(finding -> finding.found().startsWith("conv1_1 has an output of ")))
                .isEqualTo(isLegal);
    }

    @Test
    void anImageThatIsTooLargeIsReportedOnce() {
        assertThat(new TensorsFitArrays()
                        .check(ofPools(1, Integer.MAX_VALUE, Integer.MAX_VALUE))
                        .findings())
                .singleElement()
                .extracting(Finding::found)
                .isEqualTo("an image of 3x2147483647x2147483647 has too many values");
    }

    @ParameterizedTest
    @CsvSource({"159, true", "160, false"})
    void twoThousandLayersAreLegalAndOneMoreIsNot(int lastConvs, boolean isLegal) {
        // 9 blocks of 200 + 1 layers, one of 159 or 160 + 1, 30 + 1 fully connected and what flattens before them.
        List<VggDeclaration.Block> blocks = new ArrayList<>(Collections.nCopies(9, block(200, 1, 3, 0)));
        blocks.add(block(lastConvs, 1, 3, 0));
        int[] units = new int[30];
        Arrays.fill(units, 1);
        ShapedNetwork network = shaped(vgg(images(1, 1024, 1024), 2, 1, blocks, hidden(0, units)));

        assertThat(new LayersFitClass().check(network).isClean()).isEqualTo(isLegal);
    }

    @Test
    void validNetworksPassEveryCheck() {
        assertThat(NetworkCheck.all(
                                shaped(vgg(images(3, 224, 224), 1000, 1, blocks(1, 64, 2, 128), hidden(0.5, 64))),
                                Report.CLEAN)
                        .isClean())
                .isTrue();
    }
}
