package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFormatTest {
    @Test
    void valuesAreTheProductOfTheSizes() {
        assertThat(new ImageFormat(3, 5, 7).values()).isEqualTo(105);
        assertThat(new ImageFormat(3, 5, 7)).hasToString("3x5x7");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 28, 28, found 2",
        "0, 28, 28, found 0",
        "1, 0, 28, found 0x28",
        "1, 28, -1, found 28x-1",
        "3, 40000, 40000, found 3x40000x40000",
        "1, 2147483647, 2147483647, found 1x2147483647x2147483647"
    })
    void sizesOutOfRangeAreRefused(int channels, int height, int width, String message) {
        assertThatThrownBy(() -> new ImageFormat(channels, height, width))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
