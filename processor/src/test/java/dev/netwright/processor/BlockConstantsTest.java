package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Block;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The constants of blocks can be told apart after the compiler has folded them. */
final class BlockConstantsTest {
    private static final int MOST = 16;

    private static List<Long> constants() {
        return Arrays.stream(Block.class.getFields())
                .map(BlockConstantsTest::value)
                .toList();
    }

    private static long value(Field field) {
        try {
            return field.getInt(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theGreatestMultipleFitsAnInt() {
        assertThat(constants()).hasSize(16).allMatch(constant -> constant * MOST >= Integer.MIN_VALUE);
    }

    @Test
    void noSumOrDifferenceOfMultiplesIsAMultipleOfAnother() {
        Set<Long> multiples = new HashSet<>();
        for (long constant : constants()) {
            for (int factor = 1; factor <= MOST; factor++) {
                assertThat(multiples.add(factor * constant))
                        .as("%d times %d", factor, constant)
                        .isTrue();
            }
        }
        for (long one : constants()) {
            for (long other : constants()) {
                for (int i = 1; one != other && i <= MOST; i++) {
                    for (int j = 1; j <= MOST; j++) {
                        assertThat(multiples).doesNotContain(i * one + j * other, i * one - j * other);
                    }
                }
            }
        }
    }
}
