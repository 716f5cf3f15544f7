package dev.netwright.examples.command;

import dev.netwright.examples.argument.WholeNumber;
import dev.netwright.runtime.report.ConsoleReport;
import dev.netwright.runtime.training.KeptEpoch;
import dev.netwright.runtime.training.Metric;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What becomes of a run as it goes: where it is saved and reported, and when it ends. */
final class RunOptions {
    @Option(
            names = "--checkpoints",
            paramLabel = "<folder>",
            description = "Saves the run there after each epoch, and when it is interrupted.")
    private @Nullable Path checkpoints;

    @Option(
            names = "--resume",
            description =
                    "Continues the run in --checkpoints; the other options have to be the same, but --epochs may be more.")
    private boolean isResumed;

    @Option(
            names = "--resume-from",
            paramLabel = "<checkpoint>",
            description = "Continues the run of that file, such as best.safetensors where last.safetensors is damaged.")
    private @Nullable Path resumedFile;

    @Option(
            names = "--report",
            paramLabel = "<folder>",
            description = "Writes report.html, metrics.csv and files for TensorBoard there.")
    private @Nullable Path report;

    @Option(
            names = "--patience",
            paramLabel = "<epochs>",
            description =
                    "Ends when test accuracy got no better for so many epochs; --save gets the best epoch's weights then.")
    private @Nullable Integer patience;

    @Option(
            names = "--keep",
            paramLabel = "<epoch>",
            description =
                    "Whose weights --save gets: ${COMPLETION-CANDIDATES} (default: best with --patience, else last).")
    private @Nullable KeptEpoch kept;

    @Option(names = "--minutes", paramLabel = "<count>", description = "Ends after so much time; --resume continues.")
    private @Nullable Integer minutes;

    /** @throws IllegalArgumentException if one is out of its range or lacks another that it needs */
    Training appliedTo(Training training) {
        WholeNumber.require("--patience", patience, 1);
        WholeNumber.require("--minutes", minutes, 1);
        Training applied = training.listener(ConsoleReport.standard()).listener(new EndsUnsaved());
        if (checkpoints != null) {
            applied = applied.checkpoints(checkpoints);
        }
        if (isResumed) {
            applied = applied.resume();
        }
        if (resumedFile != null) {
            applied = applied.resumeFrom(resumedFile);
        }
        if (report != null) {
            applied = applied.runFolder(report);
        }
        if (patience != null) {
            applied = applied.earlyStopping(Metric.TEST_ACCURACY, patience, 0);
        }
        if (kept != null) {
            applied = applied.keep(kept);
        }
        return minutes == null ? applied : applied.stopAfter(Duration.ofMinutes(minutes));
    }

    /** 130 and 143 say that the run has been saved: one that couldn't be ends with another code. */
    private static final class EndsUnsaved implements TrainingListener {
        private static final int FAULT = 1;

        @Override
        public void notSaved(RuntimeException reason) {
            System.out.flush();
            Runtime.getRuntime().halt(FAULT);
        }
    }
}
