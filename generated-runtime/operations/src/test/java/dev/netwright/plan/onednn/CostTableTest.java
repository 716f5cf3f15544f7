package dev.netwright.plan.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The order in which the table has ways is the one that was measured. */
final class CostTableTest {
    private static final int BATCH = 32;

    private static final ConvolutionWork ALEXNET_STEM = work(1, 224, 96, 54, Window.square(11, 4, 1));
    private static final ConvolutionWork LENET_STEM = work(1, 28, 6, 28, Window.square(5, 1, 2));
    private static final ConvolutionWork RESNET_STEM = work(1, 96, 64, 48, Window.square(7, 2, 3));
    private static final ConvolutionWork COLOURED_STEM = work(3, 224, 64, 112, Window.square(7, 2, 3));
    private static final ConvolutionWork VGG_STEM = work(1, 224, 16, 224, Window.square(3, 1, 1));

    static Stream<ConvolutionWork> innerLayers() {
        return Stream.of(
                work(96, 26, 256, 26, Window.square(5, 1, 2)),
                work(64, 56, 64, 56, Window.square(3, 1, 1)),
                work(512, 7, 512, 7, Window.square(3, 1, 1)),
                work(512, 28, 512, 28, Window.square(3, 1, 1)),
                work(128, 28, 128, 14, Window.square(3, 2, 1)),
                work(416, 28, 128, 28, Window.square(1, 1, 0)),
                work(32, 48, 32, 48, Window.square(7, 1, 3)));
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void aProductOfPatchesIsSlowerThanDirectCodeBetweenLayers(Direction direction) {
        for (CostTable table : new CostTable[] {CostTable.AVX2, CostTable.AVX512}) {
            assertThat(innerLayers()).allMatch(work -> table.direct(direction, work) < table.product(direction, work));
        }
    }

    /** 8.4 ms against 13.5 on Zen 5 limited to AVX2, 12.5 against 50.7 on Zen 3; the copy takes 0.07 ms. */
    @Test
    void forwardAPaddedCopyForDirectCodeIsWorthIt() {
        long padded = (long) BATCH * 226 * 226 * Float.BYTES;

        assertThat(CostTable.AVX2.directFromPlanes(Direction.FORWARD, ALEXNET_STEM) + CostTable.AVX2.copy(padded))
                .isLessThan(CostTable.AVX2.product(Direction.FORWARD, ALEXNET_STEM));
    }

    /** 16.7 ms as a product, 17.3 over pixels and 93 over blocks on Zen 5 limited to AVX2; 37 and 230 on Zen 3. */
    @Test
    void theWeightGradientOf11x11FromOneChannelIsAProductOnAvx2() {
        assertThat(CostTable.AVX2.product(Direction.WEIGHT_GRADIENT, ALEXNET_STEM))
                .isLessThan(CostTable.AVX2.pixels(ALEXNET_STEM))
                .isLessThan(CostTable.AVX2.direct(Direction.WEIGHT_GRADIENT, ALEXNET_STEM));
    }

    /** 0.13 and 5.5 ms over pixels, 0.34 and 6.9 as a product, 0.36 and 18.9 over blocks. */
    @Test
    void theWeightGradientsOf5x5And7x7FromOneChannelAreComputedOverPixelsOnAvx2() {
        assertThat(Stream.of(LENET_STEM, RESNET_STEM))
                .allMatch(work -> CostTable.AVX2.pixels(work) < CostTable.AVX2.product(Direction.WEIGHT_GRADIENT, work))
                .allMatch(work -> CostTable.AVX2.pixels(work) < CostTable.AVX2.direct(Direction.WEIGHT_GRADIENT, work));
    }

    /** 12.9 ms from planes, 16.3 over pixels, 16.4 as a product, a quarter of the batch. */
    @Test
    void theWeightGradientOfThreeChannelsIsDirectFromPlanes() {
        double direct = CostTable.AVX2.directFromPlanes(Direction.WEIGHT_GRADIENT, COLOURED_STEM);

        assertThat(direct)
                .isLessThan(CostTable.AVX2.pixels(COLOURED_STEM))
                .isLessThan(CostTable.AVX2.product(Direction.WEIGHT_GRADIENT, COLOURED_STEM));
    }

    /** 32 ms over blocks; 18 as a product and 5 for the gradient's 103 MB in planes, which it would also take in memory. */
    @Test
    void theWeightGradientOf3x3FromOneChannelStaysInBlocks() {
        long gradient = Layout.of(Order.BLOCKS, BATCH, VGG_STEM.output()).bytes();
        double change = CostTable.AVX2.change(false, gradient, gradient);

        assertThat(CostTable.AVX2.direct(Direction.WEIGHT_GRADIENT, VGG_STEM))
                .isLessThan(CostTable.AVX2.product(Direction.WEIGHT_GRADIENT, VGG_STEM) + change);
    }

    @Test
    void onAvx512EveryStemIsDirectFromPlanes() {
        assertThat(Stream.of(ALEXNET_STEM, LENET_STEM, RESNET_STEM, COLOURED_STEM, VGG_STEM))
                .allMatch(work -> CostTable.AVX512.directFromPlanes(Direction.WEIGHT_GRADIENT, work)
                        < Math.min(
                                CostTable.AVX512.pixels(work),
                                CostTable.AVX512.product(Direction.WEIGHT_GRADIENT, work)));
    }

    /** The choice for a batch is the choice for any: the same network computes images alike, however many there are. */
    @ParameterizedTest
    @MethodSource("innerLayers")
    void costsGrowWithTheBatch(ConvolutionWork work) {
        ConvolutionWork twice =
                new ConvolutionWork(2 * BATCH, work.input(), work.output(), work.window(), work.groups());

        for (Direction direction : Direction.values()) {
            assertThat(CostTable.AVX2.direct(direction, twice)).isEqualTo(2 * CostTable.AVX2.direct(direction, work));
            assertThat(CostTable.AVX2.product(direction, twice)).isEqualTo(2 * CostTable.AVX2.product(direction, work));
        }
        assertThat(CostTable.AVX2.pixels(twice)).isEqualTo(2 * CostTable.AVX2.pixels(work));
    }

    private static ConvolutionWork work(int in, int inSide, int out, int outSide, Window window) {
        return new ConvolutionWork(
                BATCH, Shape.image(in, inSide, inSide), Shape.image(out, outSide, outSide), window, 1);
    }
}
