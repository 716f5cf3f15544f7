package dev.netwright.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.training.StepEnd;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final StepEnd STEP = Printed.step(2, 5, 47, 94, 0.81234, 0.7018, 8_800, 28.2);

    private static String text(StepEnd step, long secondsLeft, int columns) {
        return ProgressLine.of(step, secondsLeft, false, columns).text();
    }

    @Test
    void aLineSaysWhereTheRunStandsAndHowLongItWillTake() {
        assertThat(text(STEP, 66, 79))
                .isEqualTo("epoch 2/5 [=====>    ] 47/94 loss 0.8123 acc 0.702 312 images/s 1:06 left");
    }

    @Test
    void theLearningRateIsShownIfItChanges() {
        assertThat(ProgressLine.of(STEP, 66, true, 120).text())
                .isEqualTo("epoch 2/5 [=====>    ] 47/94 loss 0.8123 acc 0.702 rate 0.100 312 images/s 1:06 left");
    }

    @Test
    void theBarIsEmptyAtFirstAndFullAtLast() {
        assertThat(text(Printed.step(1, 1, 1, 100, 1, 0, 64, 1), 0, 79)).contains("[>         ] 1/100");
        assertThat(text(Printed.step(1, 1, 99, 100, 1, 0, 64, 1), 0, 79)).contains("[=========>] 99/100");
        assertThat(text(Printed.step(1, 1, 100, 100, 1, 0, 64, 1), 0, 79))
                .contains("[==========] 100/100")
                .endsWith(" 0:00 left");
    }

    @Test
    void timeHasHoursAndLeadingZeros() {
        assertThat(text(STEP, 605, 79)).endsWith(" 10:05 left");
        assertThat(text(STEP, 7_384, 79)).endsWith(" 2:03:04 left");
    }

    @Test
    void aNarrowTerminalGetsLessOfIt() {
        assertThat(text(STEP, 66, 60)).isEqualTo("epoch 2/5 47/94 loss 0.8123 acc 0.702 312 images/s 1:06 left");
        assertThat(text(STEP, 66, 50)).isEqualTo("epoch 2/5 47/94 loss 0.8123 acc 0.702 1:06 left");
        assertThat(text(STEP, 66, 22)).isEqualTo("epoch 2/5 loss 0.8123");
        assertThat(text(STEP, 66, 5)).isEqualTo("epoch");
        for (int columns = 1; columns < 100; columns++) {
            assertThat(text(STEP, 66, columns).length()).isLessThanOrEqualTo(columns);
        }
    }

    @Test
    void coloursTakeNoColumns() {
        ProgressLine line = ProgressLine.of(STEP, 66, false, 79);
        assertThat(line.colored()).contains("\u001b[36m[=====>    ]\u001b[39m");
        assertThat(line.colored().replaceAll("\u001b\\[\\d+m", "")).isEqualTo(line.text());
        assertThat(ProgressLine.of(STEP, 66, false, 50).colored()).doesNotContain("\u001b");
    }
}
