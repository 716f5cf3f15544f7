package dev.netwright.runtime.network;

import dev.netwright.runtime.internal.runfolder.RecordedRuns;
import dev.netwright.runtime.report.RunComparison;
import java.nio.file.Path;
import java.util.List;

/** Compares runs by the folders that {@code Training.runFolder} has written. */
public final class ComparedRuns {
    private ComparedRuns() {}

    /**
     * Reads the folders of runs.
     *
     * @param folders folders with {@code configuration.json} and {@code metrics.csv}, at least one
     * @return the runs side by side, in this order
     * @throws IllegalArgumentException if one of them isn't the folder of a run
     */
    public static RunComparison of(List<Path> folders) {
        return new RunComparison(folders.stream().map(RecordedRuns::read).toList());
    }

    /**
     * The comparison as a page.
     *
     * @param comparison runs side by side
     * @return HTML that needs no other file
     */
    public static String page(RunComparison comparison) {
        return RecordedRuns.page(comparison);
    }
}
