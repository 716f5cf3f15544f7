package dev.netwright.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares with a search through all numbers, and checks the ends of the range. */
final class DivisorsTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "12, 5", "12, 7", "12, 100", "36, 6", "97, 50", "60, 11", "64, 24", "2, 2000000000"})
    void theNearestDivisorIsNearerThanAllOthers(int number, int to) {
        int nearest = 1;
        for (int divisor = 1; divisor <= number; divisor++) {
            boolean isNearer = Math.abs((long) divisor - to) < Math.abs((long) nearest - to);
            nearest = number % divisor == 0 && isNearer ? divisor : nearest;
        }

        assertThat(Divisors.nearest(number, to)).isEqualTo(nearest);
    }

    @ParameterizedTest
    @CsvSource({
        "8, 100, 96",
        "8, 101, 104",
        "8, 3, 8",
        "8, 8, 8",
        "8, 2147483647, 2147483640",
        "2147483647, 1, 2147483647",
        "1073741824, 2147483647, 1073741824"
    })
    void theNearestMultipleIsPositiveAndFitsAnInt(int of, int to, int nearest) {
        assertThat(Divisors.nearestMultiple(of, to)).isEqualTo(nearest);
    }

    @ParameterizedTest
    @CsvSource({"12, 18, 6", "7, 13, 1", "0, 5, 5", "2147483647, 2147483647, 2147483647", "1024, 96, 32"})
    void theGreatestCommonDivisorIsEuclids(int a, int b, int common) {
        assertThat(Divisors.greatestCommon(a, b)).isEqualTo(common);
        assertThat(Divisors.greatestCommon(b, a)).isEqualTo(common);
    }
}
