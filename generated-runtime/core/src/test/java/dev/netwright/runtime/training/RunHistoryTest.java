package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class RunHistoryTest {
    private static RunPoint point(int step) {
        return new RunPoint(
                step,
                step / 10.0,
                0.1 + step,
                1.0 / 3,
                OptionalDouble.empty(),
                OptionalDouble.of(0.25),
                1e-3,
                Double.NaN,
                Instant.parse("2026-11-29T09:00:00.123Z"));
    }

    @Test
    void aRowIsReadAsItWasWritten() {
        assertThat(RunPoint.of(point(7).row())).isEqualTo(point(7));
        assertThatThrownBy(() -> RunPoint.of("1,2,3"))
                .hasMessageContaining("a row must have the columns step,epoch,")
                .hasMessageContaining("found '1,2,3'");
    }

    /** The history in a checkpoint has a limit, however long the run. */
    @Test
    void theNewestPointsAreKept() {
        RunHistory history = RunHistory.NONE;
        for (int step = 1; step <= RunHistory.MOST_POINTS + 10; step++) {
            history = history.with(point(step));
        }
        assertThat(history.points()).hasSize(RunHistory.MOST_POINTS);
        assertThat(history.points().get(0).step()).isEqualTo(11);
        TreeMap<String, String> text = new TreeMap<>();
        history.addTo(text);
        assertThat(text.get("history")).hasSizeLessThan(1 << 20);
    }

    @Test
    void anEpochsPointIsReplacedByItselfWithTheTest() {
        RunHistory history = RunHistory.NONE.with(point(1)).with(point(2));
        RunPoint tested = point(2).tested(OptionalDouble.of(1), OptionalDouble.of(2));
        assertThat(history.with(tested).points()).containsExactly(point(1), tested);
        assertThat(history.before(2).points()).containsExactly(point(1));
    }

    @Test
    void anOutcomeIsReadAsItWasWritten() {
        ClassOutcome outcome = new ClassOutcome(
                new ConfusionMatrix(new int[][] {{3, 0, 1}, {0, 0, 0}, {2, 0, 9}}),
                List.of(new Mistake(5, 2, 0, 0.9), new Mistake(1, 0, 2, Double.NaN)));
        String text = OutcomeText.of(outcome);
        assertThat(text).isEqualTo("3|0 0 3;0 2 1;2 0 2;2 2 9|5 2 0 0.9;1 0 2 NaN");
        TestOutcome read = OutcomeText.parse(text);
        assertThat(OutcomeText.of(read)).isEqualTo(text);
        assertThat(((ClassOutcome) read).worst()).isEqualTo(outcome.worst());
        for (String wrong : new String[] {"3|0 0 3", "3|0 3 1|", "3|0 1|", "-1||", "100000||"}) {
            assertThatThrownBy(() -> OutcomeText.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void outcomesOfLabelsNumbersAndPixelsAreReadAsTheyWereWritten() {
        TestOutcome labels = new LabelEvaluation(
                List.of("rust; | and scab", "\u00e9"),
                7,
                0.5,
                List.of(new LabelEvaluation.Counts(1, 2, 3), new LabelEvaluation.Counts(0, 0, 0)),
                List.of(0.25, Double.NaN),
                4);
        TestOutcome numbers = new NumberEvaluation(
                List.of("mass in g"), 9, List.of(new NumberEvaluation.Errors(0.5, 0.75, Double.NaN)));
        TestOutcome pixels =
                new PixelEvaluation(List.of("a road"), 9, List.of(new PixelEvaluation.Counts(5_000_000_000L, 2, 3)));
        for (TestOutcome outcome : List.of(labels, numbers, pixels)) {
            assertThat(OutcomeText.parse(OutcomeText.of(outcome))).isEqualTo(outcome);
        }
        for (String wrong :
                new String[] {"labels|7 0.5|", "labels|7 0.5 4|a 1 2", "numbers|x|", "numbers|9|a 1 2", "pixels|9|a 1 2"
                }) {
            assertThatThrownBy(() -> OutcomeText.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
