package dev.netwright.runtime.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The expected words are the known answers published with Random123, the library of the generator's authors. */
class Philox4x32Test {
    @Test
    void zeroCounterAndKeyGiveThePublishedWords() {
        assertThat(block(0, 0, 0, 0, 0, 0)).containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    }

    @Test
    void allOnesGiveThePublishedWords() {
        assertThat(block(-1, -1, -1, -1, -1, -1)).containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    }

    @Test
    void digitsOfPiGiveThePublishedWords() {
        assertThat(block(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0))
                .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
    }

    @Test
    void blocksSideBySideEqualBlocksAlone() {
        long lastOfTheLowWord = 0xffffffffL;
        int[] together = new int[3 * Philox4x32.WORDS];
        new Philox4x32(5).compute(lastOfTheLowWord - 1, 3, 8, -9, 10, together);
        int[] alone = new int[Philox4x32.WORDS];
        for (int b = 0; b < 3; b++) {
            new Philox4x32(1).compute(lastOfTheLowWord - 1 + b, 1, 8, -9, 10, alone);
            assertThat(Arrays.copyOfRange(together, Philox4x32.WORDS * b, Philox4x32.WORDS * (b + 1)))
                    .containsExactly(alone);
        }
    }

    private static int[] block(int counter0, int counter1, int counter2, int counter3, int key0, int key1) {
        int[] words = new int[Philox4x32.WORDS];
        new Philox4x32(1).compute(joined(counter0, counter1), 1, counter2, counter3, joined(key0, key1), words);
        return words;
    }

    private static long joined(int low, int high) {
        return (long) high << 32 | Integer.toUnsignedLong(low);
    }
}
