package dev.netwright.runtime.internal.runfolder;

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
 * Records a run in a folder: at each fifth of an epoch, where d2l's Animator draws a point, a row of {@code
 * metrics.csv} and an event for TensorBoard; after each epoch a new {@code report.html}.
 *
 * <p>A failure to write doesn't end the run: the reason goes to standard error once, and the next point tries again.
 */
public final class RunFolder implements TrainingListener {
    private final Path folder;
    private final RunFacts facts;
    private final PrintStream warnings;
    private final List<RunPoint> unwritten = new ArrayList<>();
    private @Nullable RunStart start;
    private @Nullable RunFiles files;
    private Optional<TestOutcome> outcome = Optional.empty();
    private boolean hasWarned;

    private RunFolder(Path folder, RunFacts facts, PrintStream warnings) {
        this.folder = folder;
        this.facts = facts;
        this.warnings = warnings;
    }

    /**
     * Records a run.
     *
     * @param folder the folder; created if it doesn't exist
     * @param facts facts about the run
     * @return the listener
     */
    public static RunFolder at(Path folder, RunFacts facts) {
        // Not the log, which the template of a user's project turns off.
        return new RunFolder(folder, facts, System.err);
    }

    /** Records a run, with warnings to another stream. */
    static RunFolder at(Path folder, RunFacts facts, PrintStream warnings) {
        return new RunFolder(folder, facts, warnings);
    }

    /**
     * Writes the points of the run's checkpoint before the run continues, because a killed run may have written fewer.
     */
    @Override
    public void started(RunStart run) {
        start = run;
        run.resumption().ifPresent(resumption -> {
            outcome = resumption.outcome();
            attempt(() -> files().report(outcome, Optional.empty()));
        });
    }

    /** Writes the configuration at the first step. */
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

    /** Catches every failure of datasets and disks, because a report isn't worth losing the run. */
    private void attempt(Writing writing) {
        try {
            writing.run();
        } catch (IOException | RuntimeException e) {
            if (!hasWarned) {
                hasWarned = true;
                Throwable reason = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
                warnings.println("The run continues, but its folder " + folder + " can't be written: " + reason
                        + ". Check that the disk has space and that you have permission to write there.");
            }
        }
    }
}
