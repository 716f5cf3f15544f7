package dev.netwright.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.training.StepEnd;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    @Test
    void aLineSaysWhereTheRunStandsAndHowLongItWillTake() {
        // 141 of 470 batches took 28.2 s, so that the other 329 will take 65.8.
        StepEnd step = Printed.step(2, 5, 47, 94, 0.81234, 0.7018, 8_800, 28.2);
        assertThat(ProgressBar.line(step))
                .isEqualTo("epoch 2/5 [=====>    ] 47/94 loss 0.8123 acc 0.702 312 images/s 1:06 left");
    }

    @Test
    void theBarIsEmptyAtFirstAndFullAtLast() {
        assertThat(ProgressBar.line(Printed.step(1, 1, 1, 100, 1, 0, 64, 1))).contains("[>         ] 1/100");
        assertThat(ProgressBar.line(Printed.step(1, 1, 99, 100, 1, 0, 64, 1))).contains("[=========>] 99/100");
        assertThat(ProgressBar.line(Printed.step(1, 1, 100, 100, 1, 0, 64, 1)))
                .contains("[==========] 100/100")
                .endsWith(" 0:00 left");
    }

    @Test
    void aLongRunFitsIntoEightyColumns() {
        assertThat(ProgressBar.line(Printed.step(20, 20, 230, 235, 2.3, 0.1, 1_160_000, 164))
                        .length())
                .isLessThan(80);
    }

    @Test
    void secondsBelowTenKeepTheirZero() {
        assertThat(ProgressBar.line(Printed.step(1, 1, 1, 2, 1, 0, 64, 605))).endsWith(" 10:05 left");
    }

    @Test
    void theLineIsErasedBeforeAnotherIsPrinted() {
        Printed printed = new Printed();
        ConsoleReport report = ConsoleReport.on(printed.stream(), true);
        Printed.tell(report, "cpu");
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
    }

    @Test
    void aFileGetsNoControlCharacters() {
        Printed printed = new Printed();
        Printed.tell(ConsoleReport.on(printed.stream(), false), "cpu");
        assertThat(printed.text().replace(System.lineSeparator(), "\n")).isEqualTo("""
            1,234,567 parameters; 12,345 training and 678 test images; 2 epochs of 3 batches of 64; seed 7
            nd4j kernels on cpu; 5.0 MiB of native memory
            Faster ones are not used.
            training on  cpu
            epoch 1, loss 2.2890, train acc 0.112, test acc 0.230, time 33.4 sec
            epoch 2, loss 0.4170, train acc 0.847, test acc 0.836, time 30.0 sec
            """);
    }
}
