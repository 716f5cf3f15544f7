package dev.netwright.plan.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Mode;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TilingTest {
    @ParameterizedTest
    @CsvSource({
        "1, 4, 3, 1, 16, 16, 5, 5",
        "1, 3, 3, 1, 16, 16, 5, 5",
        "2, 4, 3, 32, 64, 64, 56, 56",
        "2, 4, 3, 64, 512, 512, 3, 3",
        "2, 3, 3, 64, 256, 256, 6, 6",
        "4, 2, 5, 32, 96, 256, 26, 26",
        "8, 4, 3, 7, 24, 40, 13, 200",
        "2, 4, 3, 512, 128, 128, 112, 112"
    })
    void blocksHoldEveryRowOfTilesAndChunksEveryBlock(
            int threads, int tile, int side, int images, int inputs, int outputs, int height, int width) {
        Tiling tiling = new Tiling(threads, tile, side, images, inputs, outputs, height, width);

        assertThat(tiling.reach()).isBetween(5, Tiling.MOST_REACH);
        assertThat(tiling.tileRows() * tiling.tile()).isBetween(height, height + tiling.tile() - 1);
        assertThat(tiling.tileColumns() * tiling.tile()).isBetween(width, width + tiling.tile() - 1);
        assertThat(tiling.blocks() * tiling.rowsOfBlock()).isGreaterThanOrEqualTo(images * tiling.tileRows());
        assertThat((tiling.blocks() - 1) * tiling.rowsOfBlock()).isLessThan(images * tiling.tileRows());
        assertThat(tiling.chunks() * tiling.blocksOfChunk()).isGreaterThanOrEqualTo(tiling.blocks());
        assertThat((tiling.chunks() - 1) * tiling.blocksOfChunk()).isLessThan(tiling.blocks());
    }

    @Test
    void aFewBlocksAreSharedEvenly() {
        Tiling tiling = new Tiling(2, 4, 3, 64, 512, 512, 3, 3);

        assertThat(tiling.blocks()).isEqualTo(2);
        assertThat(tiling.rowsOfBlock()).isEqualTo(32);
    }

    @Test
    void onlySquareKernelsOf3And5WithoutStrideDilationOrGroupsHaveTiles() {
        Shape image = Shape.image(32, 12, 12);

        assertThat(tiles(image, Window.square(3, 1, 1), 1)).isTrue();
        assertThat(tiles(image, Window.square(5, 1, 2), 1)).isTrue();
        assertThat(tiles(image, Window.square(1, 1, 0), 1)).isFalse();
        assertThat(tiles(image, Window.square(7, 1, 3), 1)).isFalse();
        assertThat(tiles(image, Window.square(3, 2, 1), 1)).isFalse();
        assertThat(tiles(image, Window.of(3, 5, 1, 1, 1, 2), 1)).isFalse();
        assertThat(tiles(image, Window.square(3, 1, 2).dilated(2, 2), 1)).isFalse();
        assertThat(tiles(image, Window.square(3, 1, 1), 2)).isFalse();
        assertThat(tiles(Shape.image(6, 12, 12), Window.square(3, 1, 1), 1)).isFalse();
        assertThat(tiles(Shape.image(32, 2, 12), Window.square(3, 1, 1), 1)).isFalse();
    }

    @Test
    void avx2HasTilesForLargeWorkAndAvx512WhereTheLibraryHasNoSuchCode() {
        ConvolutionWork of5x5 = work(32, Shape.image(256, 26, 26), Window.square(5, 1, 2), 1);
        ConvolutionWork large = work(32, Shape.image(64, 56, 56), Window.square(3, 1, 1), 1);
        ConvolutionWork one = work(1, Shape.image(64, 24, 24), Window.square(3, 1, 1), 1);

        for (Direction direction : Direction.values()) {
            assertThat(CostTable.AVX2.tiling(direction, large, 2, Mode.INFERENCE))
                    .isPresent();
            assertThat(CostTable.AVX2.tiling(direction, one, 2, Mode.INFERENCE)).isEmpty();
            assertThat(CostTable.AVX512.tiling(direction, large, 2, Mode.INFERENCE))
                    .isEmpty();
        }
        assertThat(CostTable.AVX512.tiling(Direction.FORWARD, of5x5, 2, Mode.TRAINING))
                .isPresent();
        assertThat(CostTable.AVX512.tiling(Direction.INPUT_GRADIENT, of5x5, 2, Mode.TRAINING))
                .isPresent();
        assertThat(CostTable.AVX512.tiling(Direction.WEIGHT_GRADIENT, of5x5, 2, Mode.TRAINING))
                .isEmpty();
    }

    @Test
    void aMapOfSixRowsHasTilesOfThreeAndOneOfEightHasTilesOfFour() {
        assertThat(tile(Shape.image(256, 6, 6))).isEqualTo(3);
        assertThat(tile(Shape.image(256, 8, 8))).isEqualTo(4);
        assertThat(tile(Shape.image(256, 12, 12))).isEqualTo(4);
    }

    @Test
    void weightsThatStayTransformedAskForMoreTiles() {
        ConvolutionWork few = work(64, Shape.image(512, 3, 3), Window.square(3, 1, 1), 1);

        assertThat(CostTable.AVX2.tiling(Direction.FORWARD, few, 2, Mode.TRAINING))
                .isPresent();
        assertThat(CostTable.AVX2.tiling(Direction.FORWARD, few, 2, Mode.INFERENCE))
                .isEmpty();
    }

    @Test
    void fewTilesOfTheLargestWeightsAreNotWorthTheirMemory() {
        ConvolutionWork wide = work(64, Shape.image(2048, 3, 3), Window.square(3, 1, 1), 1);

        assertThat(CostTable.AVX2.tiling(Direction.FORWARD, wide, 2, Mode.TRAINING))
                .isEmpty();
    }

    @Test
    void patchesAreForWeightsThatTakeLongerToReadThanToMultiply() {
        assertThat(CostTable.AVX512.prefersPatches(of3x3(1, 512, 3))).isTrue();
        assertThat(CostTable.AVX512.prefersPatches(of3x3(2, 512, 7))).isFalse();
        assertThat(CostTable.AVX512.prefersPatches(of3x3(3, 512, 6))).isFalse();
        assertThat(CostTable.AVX512.prefersPatches(of3x3(1, 1024, 14))).isFalse();
        assertThat(CostTable.AVX512.prefersPatches(of3x3(5, 2048, 7))).isFalse();
        assertThat(CostTable.AVX512.prefersPatches(of3x3(1, 16, 3))).isFalse();
        assertThat(CostTable.AVX2.prefersPatches(of3x3(1, 512, 3))).isFalse();
    }

    @Test
    void fewImagesHaveWinogradsAlgorithmForSmallWeights() {
        assertThat(CostTable.AVX512.smallWinograd(of3x3(1, 128, 12)))
                .isLessThan(CostTable.AVX512.direct(Direction.FORWARD, of3x3(1, 128, 12)));
        assertThat(CostTable.AVX512.smallWinograd(of3x3(1, 16, 12)))
                .isGreaterThan(CostTable.AVX512.direct(Direction.FORWARD, of3x3(1, 16, 12)));
        assertThat(CostTable.AVX512.smallWinograd(of3x3(1, 384, 12))).isInfinite();
        assertThat(CostTable.AVX2.smallWinograd(of3x3(1, 128, 12))).isInfinite();
    }

    private static ConvolutionWork of3x3(int images, int channels, int side) {
        return work(images, Shape.image(channels, side, side), Window.square(3, 1, 1), 1);
    }

    private static int tile(Shape image) {
        return CostTable.AVX2
                .tiling(Direction.FORWARD, work(64, image, Window.square(3, 1, 1), 1), 2, Mode.TRAINING)
                .orElseThrow()
                .tile();
    }

    private static boolean tiles(Shape image, Window window, int groups) {
        return !work(8, image, window, groups)
                .tilings(Direction.FORWARD, CostTable.AVX2_BLOCK, 2)
                .isEmpty();
    }

    private static ConvolutionWork work(int images, Shape image, Window window, int groups) {
        int rows = (image.height()
                                + 2 * window.paddingHeight()
                                - (window.kernelHeight() - 1) * window.dilationHeight()
                                - 1)
                        / window.strideHeight()
                + 1;
        int columns =
                (image.width() + 2 * window.paddingWidth() - (window.kernelWidth() - 1) * window.dilationWidth() - 1)
                                / window.strideWidth()
                        + 1;
        return new ConvolutionWork(images, image, Shape.image(image.channels(), rows, columns), window, groups);
    }
}
