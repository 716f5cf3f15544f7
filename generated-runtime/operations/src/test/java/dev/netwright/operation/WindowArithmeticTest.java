package dev.netwright.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WindowArithmeticTest {
    @ParameterizedTest
    @CsvSource({
        // LeNet-5: 28 14 10 5, and 32 28 14 10 5.
        "28, 5, 1, 2, 28",
        "28, 2, 2, 0, 14",
        "14, 5, 1, 0, 10",
        "10, 2, 2, 0, 5",
        "32, 5, 1, 0, 28",
        // VGG: 224 112 56 28 14 7.
        "224, 3, 1, 1, 224",
        "224, 2, 2, 0, 112",
        "112, 2, 2, 0, 56",
        "56, 2, 2, 0, 28",
        "28, 2, 2, 0, 14",
        "14, 2, 2, 0, 7",
        // AlexNet with padding 1 on 224 and without on 227: 54 26 12 5, and 55 27 13 6.
        "224, 11, 4, 1, 54",
        "54, 3, 2, 0, 26",
        "26, 3, 2, 0, 12",
        "12, 3, 2, 0, 5",
        "227, 11, 4, 0, 55",
        "55, 3, 2, 0, 27",
        "27, 3, 2, 0, 13",
        "13, 3, 2, 0, 6",
        // Columns of PyTorch's Conv2d(1, 1, (3, 5), padding=(0, 1), stride=(3, 4)) on 8x8.
        "8, 3, 3, 0, 2",
        "8, 5, 4, 1, 2",
        // The edge, and numbers that an int can't hold on the way.
        "5, 5, 1, 0, 1",
        "4, 5, 1, 0, 0",
        "3, 5, 1, 1, 1",
        "2147483647, 2147483647, 1, 0, 1",
        "1, 2147483647, 1, 1073741823, 1",
        "2147483647, 1, 1, 2147483647, 2147483647",
        "1, 2147483647, 1, 0, 0",
        "2147483647, 1, 2147483647, 0, 1"
    })
    void isThePublishedSize(int input, int kernel, int stride, int padding, int expected) {
        assertThat(WindowArithmetic.outputSize(input, kernel, stride, padding)).isEqualTo(expected);
    }

    @Test
    void isTheNumberOfPlacesWhereTheWindowFits() {
        for (int input = 1; input <= 9; input++) {
            for (int kernel = 1; kernel <= 9; kernel++) {
                for (int stride = 1; stride <= 4; stride++) {
                    for (int padding = 0; padding <= 3; padding++) {
                        int from = -padding;
                        int last = input + padding - kernel;
                        int step = stride;
                        long places = IntStream.rangeClosed(from, last)
                                .filter(place -> (place - from) % step == 0)
                                .count();
                        assertThat(WindowArithmetic.outputSize(input, kernel, stride, padding))
                                .as("%d %d %d %d", input, kernel, stride, padding)
                                .isEqualTo((int) places);
                    }
                }
            }
        }
    }
}
