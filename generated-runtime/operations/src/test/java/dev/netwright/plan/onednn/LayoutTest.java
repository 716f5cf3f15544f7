package dev.netwright.plan.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LayoutTest {
    @ParameterizedTest
    @CsvSource({"PLANES, 10", "PIXELS, 10", "BLOCKS, 16"})
    void onlyBlocksAreFilledUp(Order order, int channels) {
        assertThat(new Layout(order, 2, 10, 3, 4).bytes()).isEqualTo((long) Float.BYTES * 2 * channels * 3 * 4);
    }

    @ParameterizedTest
    @CsvSource({"1, 5, true", "7, 1, true", "7, 5, false"})
    void planesAndPixelsAreOneOrderOfOneChannelOrOnePixel(int channels, int side, boolean same) {
        Layout planes = new Layout(Order.PLANES, 2, channels, side, side);

        assertThat(planes.isSameAs(planes.in(Order.PIXELS))).isEqualTo(same);
        assertThat(planes.isSameAs(planes.in(Order.BLOCKS))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PLANES, 7, 5, true", "BLOCKS, 8, 1, true", "BLOCKS, 7, 1, false", "BLOCKS, 8, 2, false"})
    void wholeBlocksOfOnePixelLieAsRowsDo(Order order, int channels, int side, boolean rows) {
        assertThat(new Layout(order, 2, channels, side, side).isInRows()).isEqualTo(rows);
    }

    @Test
    void aVectorMayHaveMoreNumbersThanAnIntCounts() {
        assertThat(Layout.vector(3L << 31).values()).isEqualTo(3L << 31);
    }
}
