package dev.netwright.runtime.report;

import dev.netwright.runtime.kernel.BoundBytes;
import dev.netwright.runtime.training.BestEpoch;
import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.EpochTimes;
import dev.netwright.runtime.training.Metric;
import dev.netwright.runtime.training.RunEnd;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.StepEnd;
import dev.netwright.runtime.training.StopReason;
import dev.netwright.runtime.training.TestResult;
import dev.netwright.runtime.training.TrainingListener;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The output of a report for a run of two epochs of three batches. */
final class Printed {
    static final EpochEnd FIRST = epoch(1, 2.28904, 0.1116, Optional.of(new TestResult(2.1, 0.2304)), 33.44);
    static final EpochEnd SECOND = epoch(2, 0.417, 0.847, Optional.of(new TestResult(0.5, 0.836)), 30);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    /** An epoch of three steps of 64 images. */
    static EpochEnd epoch(int epoch, double loss, double accuracy, Optional<TestResult> test, double seconds) {
        Optional<BestEpoch> best = test.map(result -> new BestEpoch(Metric.TEST_ACCURACY, epoch, result.accuracy()));
        EpochTimes times = new EpochTimes(seconds, seconds / 2, seconds / 8, 3 * 64 / (seconds / 2));
        return new EpochEnd(epoch, 3 * epoch, loss, accuracy, test, 0.1, best, times);
    }

    /** A step of a run whose steps take half a second. */
    static StepEnd step(
            int epoch, int epochs, int batch, int batches, double loss, double accuracy, long images, double seconds) {
        int step = (epoch - 1) * batches + batch;
        return new StepEnd(
                epoch, epochs, batch, batches, step, loss, loss, accuracy, 0.1, images, seconds, seconds / 4);
    }

    PrintStream stream() {
        return stream;
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static void tell(TrainingListener report, String device) {
        BoundBytes bytes = new BoundBytes(3 << 20, 0, 1 << 20, 0);
        report.started(new RunStart(
                device,
                "nd4j",
                Optional.of("Faster ones are not used."),
                12_345,
                678,
                64,
                3,
                2,
                7,
                1_234_567,
                1 << 20,
                bytes,
                List.of("the warm-up takes 11 whole steps"),
                Optional.empty()));
        for (EpochEnd epoch : List.of(FIRST, SECOND)) {
            for (int batch = 1; batch <= 3; batch++) {
                int done = 3 * (epoch.epoch() - 1) + batch;
                report.stepped(step(epoch.epoch(), 2, batch, 3, 1.5, 0.25, 64L * done, 0.5 * done));
            }
            report.epochEnded(epoch);
        }
        report.ended(new RunEnd(
                device,
                List.of(FIRST, SECOND),
                36144.960085,
                SECOND.best(),
                StopReason.ALL_EPOCHS,
                2,
                Optional.empty()));
    }
}
