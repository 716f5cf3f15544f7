package dev.netwright.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.Wording;
import dev.netwright.runtime.training.RunEnd;
import dev.netwright.runtime.training.SavedCheckpoint;
import dev.netwright.runtime.training.StopReason;
import dev.netwright.runtime.training.TestResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The tutorials' lines, to the letter. */
class LinesTest {
    private final List<String> lines = new ArrayList<>();

    /** {@code print("training on ", device)} of the VGG-11 tutorial prints two spaces, and so does the report. */
    @Test
    void epochLinesAreThoseOfTheVggTutorial() {
        Printed.tell(new EpochLines(lines::add), "cpu");
        assertThat(lines)
                .containsExactly(
                        "training on  cpu",
                        "epoch 1, loss 2.2890, train acc 0.112, test acc 0.230, time 33.4 sec",
                        "epoch 2, loss 0.4170, train acc 0.847, test acc 0.836, time 30.0 sec");
    }

    @Test
    void withoutTestImagesAnEpochLineHasNoTestAccuracy() {
        new EpochLines(lines::add).epochEnded(Printed.epoch(12, 10.5, 1, Optional.empty(), 0.04));
        assertThat(lines).containsExactly("epoch 12, loss 10.5000, train acc 1.000, time 0.0 sec");
    }

    @Test
    void finalLinesAreThoseOfD2l() {
        Printed.tell(FinalLines.d2l(lines::add), "cuda:0");
        assertThat(lines)
                .containsExactly(
                        "training on cuda:0",
                        "loss 0.417, train acc 0.847, test acc 0.836",
                        "36145.0 examples/sec on cuda:0");
    }

    /** Their format strings lack spaces and the last letter of "second". */
    @Test
    void finalLinesAreThoseOfTheNotes() {
        Printed.tell(FinalLines.notes(lines::add), "cuda:0");
        assertThat(lines)
                .containsExactly(
                        "training on: cuda:0",
                        "loss0.417,train acc0.847,test acc0.836",
                        "36144.960085 examples / seconcuda:0");
    }

    @Test
    void aRunThatEndedEarlySaysWhy() {
        Printed printed = new Printed();
        ConsoleReport report = ConsoleReport.on(printed.stream(), Terminal.none());
        report.ended(new RunEnd("cpu", List.of(), 1, Optional.empty(), StopReason.ALL_EPOCHS, 0, Optional.empty()));
        assertThat(printed.text()).isEmpty();
        report.ended(new RunEnd("cpu", List.of(), 1, Optional.empty(), StopReason.NO_IMPROVEMENT, 0, Optional.empty()));
        assertThat(printed.text().lines())
                .containsExactly("ended, because the metric of early stopping stopped improving");
    }

    @Test
    void anEpochWhoseTestOutputsAreNoNumbersSaysSo() {
        Printed printed = new Printed();
        ConsoleReport report = ConsoleReport.on(printed.stream(), Terminal.none());
        Printed.tell(report, "cpu");
        assertThat(printed.text()).doesNotContain("NaN");
        report.epochEnded(Printed.epoch(3, 0.4, 0.9, Optional.of(new TestResult(Double.NaN, Double.NaN, 12)), 30));
        assertThat(printed.text().lines())
                .endsWith(
                        "epoch 3, loss 0.4000, train acc 0.900, test acc NaN, time 30.0 sec",
                        "the output for 12 of 678 test images is NaN or infinite: epoch 3 has no test accuracy");
    }

    @Test
    void whoInterruptsARunReadsHowToContinueItInTheWordsOfTheFrontEnd() {
        Wording commandLine = setting -> setting == Setting.RESUME ? Optional.of("--resume") : Optional.empty();
        assertThat(interrupted(Wording.JAVA))
                .endsWith(
                        "saved in last.safetensors after step 7; run it again with Training.resume() to continue from there");
        assertThat(interrupted(commandLine))
                .endsWith("saved in last.safetensors after step 7; run it again with --resume to continue from there");
        assertThat(interrupted(setting -> Optional.empty())).endsWith("saved in last.safetensors after step 7");
    }

    private static List<String> interrupted(Wording wording) {
        Printed printed = new Printed();
        ConsoleReport report = ConsoleReport.on(printed.stream(), Terminal.none(), wording);
        SavedCheckpoint saved = new SavedCheckpoint(Path.of("last.safetensors"), 7, 1, 7);
        report.saved(saved);
        assertThat(printed.text()).as("a save during the run").isEmpty();
        report.interrupted();
        report.saved(saved);
        return printed.text().lines().toList();
    }

    @Test
    void decimalPointsDontDependOnTheUsersLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            Printed.tell(new EpochLines(lines::add), "cpu");
            Printed.tell(FinalLines.d2l(lines::add), "cpu");
        } finally {
            Locale.setDefault(before);
        }
        assertThat(lines)
                .contains(
                        "epoch 1, loss 2.2890, train acc 0.112, test acc 0.230, time 33.4 sec",
                        "loss 0.417, train acc 0.847, test acc 0.836",
                        "36145.0 examples/sec on cpu");
    }
}
