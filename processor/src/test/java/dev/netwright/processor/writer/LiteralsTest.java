package dev.netwright.processor.writer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LiteralsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0L",
        "7, 7L",
        "9999, 9999L",
        "10000, 10_000L",
        "61706, 61_706L",
        "128806154, 128_806_154L",
        "9223372036854775807, 9_223_372_036_854_775_807L"
    })
    void longsOfFiveOrMoreDigitsAreGrouped(long value, String literal) {
        assertThat(Literals.ofLong(value)).isEqualTo(literal);
        assertThat(Long.parseLong(literal.replace("_", "").replace("L", ""))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"0, '0'", "423038, '423,038'", "1000, '1,000'"})
    void tablesGroupByCommas(long value, String text) {
        assertThat(Literals.grouped(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"5e-4, 5e-4", "2, 2.0", "0.75, 0.75", "1.5e-10, 1.5e-10", "1e30, 1e30"})
    void doublesAreWrittenBriefly(double value, String literal) {
        assertThat(Literals.ofDouble(value)).isEqualTo(literal);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {0.1, 1e-3, 1e7, 1.05e-4, 1e-7, Double.MIN_VALUE, Double.MAX_VALUE, 100, 1.0 / 3, 0.5, 10.0e-5})
    void doublesKeepTheirValue(double value) {
        assertThat(Literals.ofDouble(value)).doesNotContain("E", ".0e");
        assertThat(Double.parseDouble(Literals.ofDouble(value))).isEqualTo(value);
    }
}
