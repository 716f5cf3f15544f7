package dev.netwright.runtime.runfolder;

import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.RunEnd;
import dev.netwright.runtime.training.RunPoint;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.StepEnd;
import dev.netwright.runtime.training.TestOutcome;
import dev.netwright.runtime.training.TrainingListener;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes down a run as it goes: at each fifth of an epoch, where d2l's Animator draws a point, a row of {@code metrics.csv} and of
 * TensorBoard's files; after each epoch {@code report.html}, replaced as a whole.
 *
 * <p>What can't be written doesn't end the run: the reason goes to the standard error once, and the next point tries again.
 */
public final class RunFolder implements TrainingListener {
    private final Path folder;
    private final RunFacts facts;
    private final PrintStream complaints;
    private final List<RunPoint> unwritten = new ArrayList<>();
    private @Nullable RunStart start;
    private @Nullable RunFiles files;
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

    /** What the run's checkpoint holds is written down before the run continues: a run that was killed may have left less behind. */
    @Override
    public void started(RunStart run) {
        start = run;
        run.resumption().ifPresent(resumption -> {
            outcome = resumption.outcome();
            attempt(() -> files().report(outcome, Optional.empty()));
        });
    }

    /** The configuration is there from the first step on. */
    @Override
    public void stepped(StepEnd step) {
        if (files == null) {
            attempt(this::files);
        }
    }

    @Override
    public void measured(RunPoint point) {
        unwritten.add(point);
        attempt(() -> {
            while (!unwritten.isEmpty()) {
                files().add(unwritten.get(0));
                unwritten.remove(0);
            }
        });
    }

    @Override
    public void evaluated(int epoch, TestOutcome test) {
        outcome = Optional.of(test);
    }

    @Override
    public void epochEnded(EpochEnd epoch) {
        attempt(() -> files().report(outcome, Optional.empty()));
    }

    @Override
    public void ended(RunEnd run) {
        attempt(() -> files().report(outcome, Optional.of(run)));
    }

    private RunFiles files() throws IOException {
        if (files == null) {
            RunStart run = start;
            if (run == null) {
                throw new IllegalStateException("a run must begin before it ends");
            }
            files = RunFiles.open(folder, facts, run);
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
