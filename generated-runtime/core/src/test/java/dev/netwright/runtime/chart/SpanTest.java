package dev.netwright.runtime.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class SpanTest {
    private static List<String> ticks(Span span, int most) {
        return span.ticks(most).stream().map(Span.Tick::text).toList();
    }

    private static Span span(Axis axis, double... numbers) {
        return Span.of(axis, DoubleStream.of(numbers));
    }

    @Test
    void numbersBesideAnAxisAreRound() {
        assertThat(ticks(span(Axis.linear("loss"), 0, 2.4), 5)).containsExactly("0", "0.5", "1", "1.5", "2");
        assertThat(ticks(span(Axis.linear("rate"), 0, 0.00012), 3)).containsExactly("0", "5e-5", "1e-4");
        assertThat(ticks(span(Axis.linear("images"), 0, 3_000_000), 3)).containsExactly("0", "1e6", "2e6", "3e6");
        assertThat(ticks(span(Axis.linear("change"), -1.2, 1.2), 3)).containsExactly("-1", "0", "1");
    }

    @Test
    void countsHaveNoFractions() {
        assertThat(ticks(span(Axis.whole("epoch"), 1, 2), 9)).containsExactly("1", "2");
        assertThat(ticks(span(Axis.whole("epoch"), 1, 200), 5)).containsExactly("50", "100", "150", "200");
    }

    @Test
    void logarithmicAxesHavePowersOfTenAndWhatLiesBetweenWhereThoseAreFew() {
        assertThat(ticks(span(Axis.logarithmic("rate"), 1e-5, 1), 8))
                .containsExactly("1e-5", "1e-4", "0.001", "0.01", "0.1", "1");
        assertThat(ticks(span(Axis.logarithmic("rate"), 1e-8, 1), 4))
                .containsExactly("1e-8", "1e-6", "1e-4", "0.01", "1");
        assertThat(ticks(span(Axis.logarithmic("rate"), 0.02, 0.9), 8))
                .containsExactly("0.02", "0.05", "0.1", "0.2", "0.5");
    }

    @Test
    void boundsThatArentGivenGrowToRoundNumbers() {
        Axis free = Axis.linear("loss");
        assertThat(span(free, 0.31, 2.31).rounded(free, 5)).isEqualTo(new Span(Axis.Scale.LINEAR, 0, 2.5));
        Axis bound = free.from(0.2).to(2.2);
        assertThat(span(bound, 0.31, 2.31).rounded(bound, 5)).isEqualTo(new Span(Axis.Scale.LINEAR, 0.2, 2.2));
    }

    @Test
    void aSingleNumberAndNoneHaveRoomAroundThem() {
        assertThat(span(Axis.linear("loss"), 3, 3)).isEqualTo(new Span(Axis.Scale.LINEAR, 2.5, 3.5));
        assertThat(span(Axis.logarithmic("rate"), 0.1)).isEqualTo(new Span(Axis.Scale.LOGARITHMIC, 0.01, 1));
        assertThat(span(Axis.linear("loss"))).isEqualTo(new Span(Axis.Scale.LINEAR, 0, 1));
        assertThat(span(Axis.linear("loss").from(7), Double.NaN)).isEqualTo(new Span(Axis.Scale.LINEAR, 0.5, 7.5));
    }

    @Test
    void whatNoAxisCanShowDoesntStretchIt() {
        assertThat(span(Axis.linear("loss"), 1, Double.NaN, Double.POSITIVE_INFINITY, 2))
                .isEqualTo(new Span(Axis.Scale.LINEAR, 1, 2));
        assertThat(span(Axis.logarithmic("rate"), 1, 0, -3, 2)).isEqualTo(new Span(Axis.Scale.LOGARITHMIC, 1, 2));
    }

    @Test
    void boundsOutOfOrderAndBoundsWithoutAPlaceAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.linear("loss").from(2).to(1))
                .withMessageContaining("'loss'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.logarithmic("rate").from(0))
                .withMessageContaining("above 0");
    }
}
