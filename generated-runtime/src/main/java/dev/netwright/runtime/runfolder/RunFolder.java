package dev.netwright.runtime.runfolder;

import dev.netwright.runtime.report.html.RunPoint;
import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.RunEnd;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.StepEnd;
import dev.netwright.runtime.training.TestOutcome;
import dev.netwright.runtime.training.TrainingListener;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Writes down a run as it goes: at each fifth of an epoch, where d2l's Animator draws a point, a row of {@code metrics.csv} and of
 * TensorBoard's files; after each epoch {@code report.html}, replaced as a whole.
 *
 * <p>What can't be written doesn't end the run: the reason goes to the standard error once, and the next point tries again.
 */
public final class RunFolder implements TrainingListener {
    private static final int POINTS_PER_EPOCH = 5;

    private final Path folder;
    private final RunFacts facts;
    private final PrintStream complaints;
    private @Nullable RunStart start;
    private @Nullable StepEnd first;
    private @Nullable RunFiles files;
    private @Nullable StepEnd before;
    private @Nullable RunPoint endOfEpoch;
    private Optional<TestOutcome> outcome = Optional.empty();
    private boolean hasComplained;

    private RunFolder(Path folder, RunFacts facts, PrintStream complaints) {
        this.folder = folder;
        this.facts = facts;
        this.complaints = complaints;
    }

    /** Writes into a folder, which is made if it isn't there. */
    public static RunFolder at(Path folder, RunFacts facts) {
        // Not to the log, which the template of a user's project switches off.
        return new RunFolder(folder, facts, System.err);
    }

    /** The same with its complaints elsewhere. */
    static RunFolder at(Path folder, RunFacts facts, PrintStream complaints) {
        return new RunFolder(folder, facts, complaints);
    }

    @Override
    public void started(RunStart run) {
        start = run;
    }

    @Override
    public void stepped(StepEnd step) {
        if (first == null) {
            first = step;
            attempt(this::files);
        }
        if (!isPoint(step)) {
            return;
        }
        RunPoint point = point(step);
        before = step;
        if (step.batch() == step.batches()) {
            endOfEpoch = point;
        } else {
            attempt(() -> files().add(point));
        }
    }

    @Override
    public void evaluated(int epoch, TestOutcome test) {
        outcome = Optional.of(test);
    }

    @Override
    public void epochEnded(EpochEnd epoch) {
        RunPoint learned = endOfEpoch;
        if (learned == null) {
            return;
        }
        attempt(() -> files().add(learned.tested(epoch.testLoss(), epoch.testAccuracy())));
        attempt(() -> files().report(outcome, Optional.empty()));
    }

    @Override
    public void ended(RunEnd run) {
        if (first == null) {
            // Resumed behind its last step: what stands there is whole.
            return;
        }
        attempt(() -> files().report(outcome, Optional.of(run.reason())));
    }

    /** d2l's {@code (i + 1) % (num_batches // 5) == 0 or i == num_batches - 1}; of fewer than five batches, each. */
    private static boolean isPoint(StepEnd step) {
        int stride = Math.max(1, step.batches() / POINTS_PER_EPOCH);
        return step.batch() % stride == 0 || step.batch() == step.batches();
    }

    private RunPoint point(StepEnd step) {
        StepEnd earlier = before;
        long images = step.images() - (earlier == null ? 0 : earlier.images());
        double seconds = step.seconds() - (earlier == null ? 0 : earlier.seconds());
        return new RunPoint(
                step.step(),
                step.epoch() - 1 + (double) step.batch() / step.batches(),
                step.loss(),
                step.accuracy(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                step.learningRate(),
                images / seconds,
                Instant.now());
    }

    private RunFiles files() throws IOException {
        if (files == null) {
            RunStart run = start;
            StepEnd step = first;
            if (run == null || step == null) {
                throw new IllegalStateException("a run must begin before it ends");
            }
            files = RunFiles.open(folder, facts, run, step);
        }
        return files;
    }

    private interface Writing {
        void run() throws IOException;
    }

    /** Whatever a data set or a disk throws here, the weights are worth more than the page about them. */
    private void attempt(Writing writing) {
        try {
            writing.run();
        } catch (IOException | RuntimeException e) {
            if (!hasComplained) {
                hasComplained = true;
                Throwable reason = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
                complaints.println("The run goes on, but its folder " + folder + " can't be written: " + reason
                        + ". Check that the disk has room and that you may write there.");
            }
        }
    }
}
