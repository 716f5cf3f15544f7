package dev.netwright.examples.command;

import dev.netwright.examples.argument.WholeNumber;
import dev.netwright.runtime.training.Metric;
import dev.netwright.runtime.training.Training;
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
                    "Goes on with the run in --checkpoints; the other options have to be the same, but --epochs may be more.")
    private boolean isResumed;

    @Option(
            names = "--report",
            paramLabel = "<folder>",
            description = "Writes report.html, metrics.csv and files for TensorBoard there.")
    private @Nullable Path report;

    @Option(
            names = "--patience",
            paramLabel = "<epochs>",
            description = "Ends when test accuracy got no better for so many epochs.")
    private @Nullable Integer patience;

    @Option(names = "--minutes", paramLabel = "<count>", description = "Ends after so much time; --resume goes on.")
    private @Nullable Integer minutes;

    /** @throws IllegalArgumentException if one is out of its range or lacks another that it needs */
    Training appliedTo(Training training) {
        WholeNumber.require("--patience", patience, 1);
        WholeNumber.require("--minutes", minutes, 1);
        Training applied = training.best(Metric.TEST_ACCURACY);
        if (checkpoints != null) {
            applied = applied.checkpoints(checkpoints);
        }
        if (isResumed) {
            applied = applied.resume();
        }
        if (report != null) {
            applied = applied.runFolder(report);
        }
        if (patience != null) {
            applied = applied.earlyStopping(patience);
        }
        return minutes == null ? applied : applied.stopAfter(Duration.ofMinutes(minutes));
    }
}
