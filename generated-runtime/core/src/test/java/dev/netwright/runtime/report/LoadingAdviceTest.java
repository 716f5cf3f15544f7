package dev.netwright.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.Wording;
import dev.netwright.runtime.kernel.BoundBytes;
import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.EpochTimes;
import dev.netwright.runtime.training.RunStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadingAdviceTest {
    private final List<String> lines = new ArrayList<>();
    private final LoadingAdvice advice = new LoadingAdvice(lines::add, Wording.JAVA);

    @Test
    void aRunThatWaitsPrintsAdviceOnceAndNotForItsFirstEpoch() {
        start(3);
        end(1, 10, 9);
        assertThat(lines).isEmpty();
        end(2, 10, 3.4);
        end(3, 10, 9);
        assertThat(lines)
                .containsExactly("loading took 34 % of epoch 2; keep decoded images with cached(), or load them with "
                        + "more threads by Training.loadingWorkers(n)");
    }

    @Test
    void theCommandLineReadsItsOwnWords() {
        LoadingAdvice ofCommandLine = new LoadingAdvice(
                lines::add, setting -> setting == Setting.CACHED ? Optional.of("--cached") : Optional.empty());
        start(ofCommandLine, 1);
        end(ofCommandLine, 1, 10, 5);
        assertThat(lines).containsExactly("loading took 50 % of epoch 1; keep decoded images with --cached");
    }

    @Test
    void aRunOfOneEpochPrintsAdvice() {
        start(1);
        end(1, 10, 5);
        assertThat(lines).singleElement().asString().startsWith("loading took 50 % of epoch 1");
    }

    @Test
    void aLittleWaitingIsNotWorthALine() {
        start(2);
        end(1, 10, 0);
        end(2, 10, 1.9);
        assertThat(lines).isEmpty();
    }

    @Test
    void lessThanASecondIsNotWorthALineWhateverItsShare() {
        start(2);
        end(1, 1, 0);
        end(2, 1, 0.99);
        assertThat(lines).isEmpty();
    }

    private void start(int epochs) {
        start(advice, epochs);
    }

    private static void start(LoadingAdvice advice, int epochs) {
        advice.started(new RunStart(
                "cpu",
                "nd4j",
                Optional.empty(),
                100,
                0,
                10,
                10,
                epochs,
                0,
                1,
                1,
                new BoundBytes(1, 0, 0, 0),
                List.of(),
                Optional.empty()));
    }

    private void end(int epoch, double seconds, double waited) {
        end(advice, epoch, seconds, waited);
    }

    private static void end(LoadingAdvice advice, int epoch, double seconds, double waited) {
        advice.epochEnded(new EpochEnd(
                epoch,
                10 * epoch,
                1,
                0.5,
                Optional.empty(),
                0.1,
                Optional.empty(),
                new EpochTimes(seconds, seconds - waited, waited, 100)));
    }
}
