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
     * @param folders folders with {@code configuration.json} and {@code metrics.csv}, at least two
     * @return the runs side by side, in this order
     * @throws IllegalArgumentException if one of them isn't the folder of a run, or there are fewer than two
     */
    public static RunComparison of(List<Path> folders) {
        return new RunComparison(folders.stream().map(RecordedRuns::read).toList());
    }

    /**
     * Writes the comparison as a page, HTML that needs no other file.
     *
     * @param comparison runs side by side
     * @param file the file to create or replace
     * @throws java.io.UncheckedIOException if the file can't be written; the message names it and the fix
     */
    public static void writePage(RunComparison comparison, Path file) {
        RecordedRuns.writePage(comparison, file);
    }
}
