package dev.netwright.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.kernel.BoundBytes;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.StepEnd;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private static final Terminal PLAIN = new Terminal(true, false, 80);
    private static final RunStart START = new RunStart(
            "cpu",
            "nd4j",
            Optional.empty(),
            640,
            0,
            64,
            10,
            2,
            7,
            1_234,
            1 << 20,
            new BoundBytes(0, 0, 0, 0),
            List.of(),
            Optional.empty());

    private final Printed printed = new Printed();
    private final AtomicLong nanos = new AtomicLong();
    private final ProgressBar bar = new ProgressBar(printed.stream(), PLAIN, nanos::get);

    private static StepEnd step(int step) {
        return Printed.step((step + 9) / 10, 2, (step + 9) % 10 + 1, 10, 1, 0.5, 64L * step, 0.5 * step);
    }

    private void tell(double seconds, StepEnd step) {
        nanos.set((long) (seconds * 1e9));
        bar.stepped(step);
    }

    @Test
    void whatIsLeftIsReckonedByTheClock() {
        bar.started(START);
        // A step of half a second took two with loading: 16 of 20 steps are left.
        tell(1, step(1));
        tell(8, step(4));
        assertThat(printed.text()).endsWith(" 0:32 left");
    }

    @Test
    void ofAContinuedRunTheStepsSinceThenCount() {
        bar.started(START);
        tell(2, step(11));
        tell(4, step(12));
        assertThat(printed.text()).endsWith(" 0:16 left");
    }

    @Test
    void aLineIsWrittenTenTimesASecondAtMostAndAtAnEpochsEnd() {
        bar.started(START);
        tell(1, step(7));
        tell(1.05, step(8));
        tell(1.11, step(9));
        tell(1.12, step(10));
        assertThat(printed.text()).contains(" 7/10 ", " 9/10 ", " 10/10 ").doesNotContain(" 8/10 ");
    }

    @Test
    void theLineIsErasedBeforeAnotherIsPrinted() {
        Printed.tell(ConsoleReport.on(printed.stream(), PLAIN), "cpu");
        String epochLine = "epoch 1, loss 2.2890, train acc 0.112, test acc 0.230, time 33.4 sec";
        String before = printed.text().substring(0, printed.text().indexOf(epochLine));
        String[] writes = before.split("\r", -1);
        assertThat(writes[writes.length - 1]).as("what stands left of the line").isEmpty();
        assertThat(writes[writes.length - 2]).isBlank();
        assertThat(writes[writes.length - 2].length())
                .as("blanks over the whole bar")
                .isGreaterThanOrEqualTo(
                        writes[writes.length - 3].stripTrailing().length());
        assertThat(writes[writes.length - 3]).startsWith("epoch 1/2 [==========] 3/3");
        assertThat(printed.text()).doesNotContain("\u001b");
    }

    @Test
    void coloursAreShownWhereTheyAreUnderstood() {
        Printed.tell(ConsoleReport.on(printed.stream(), new Terminal(true, true, 80)), "cpu");
        assertThat(printed.text()).contains("\u001b[36m[==========]\u001b[39m");
    }

    @Test
    void aFileGetsNoControlCharacters() {
        Printed.tell(ConsoleReport.on(printed.stream(), Terminal.none()), "cpu");
        assertThat(printed.text().replace(System.lineSeparator(), "\n")).isEqualTo("""
            1,234,567 parameters; 12,345 training and 678 test images; 2 epochs of 3 batches of 64; seed 7
            nd4j kernels on cpu; 5.0 MiB of native memory
            Faster ones are not used.
            the warm-up takes 11 whole steps
            training on  cpu
            epoch 1, loss 2.2890, train acc 0.112, test acc 0.230, time 33.4 sec
            epoch 2, loss 0.4170, train acc 0.847, test acc 0.836, time 30.0 sec
            """);
    }
}
