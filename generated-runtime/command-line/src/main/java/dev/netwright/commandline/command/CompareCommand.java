package dev.netwright.commandline.command;

import dev.netwright.commandline.argument.WritableFile;
import dev.netwright.runtime.network.ComparedRuns;
import dev.netwright.runtime.report.RunComparison;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares recorded runs. */
@Command(
        name = "compare",
        description = "Shows the results and the settings of two or more runs side by side.",
        sortOptions = false)
public final class CompareCommand implements Runnable {
    @Parameters(
            paramLabel = "RUN",
            arity = "2..*",
            description = "Folders of runs, as train --report and Training.runFolder write them.")
    private List<Path> folders = List.of();

    @Option(
            names = "--page",
            paramLabel = "<file>",
            description = "Also writes a page with the curves of all runs and all settings.")
    private @Nullable Path page;

    @SuppressWarnings("UnusedVariable") // Picocli uses it.
    @Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean help;

    @Override
    public void run() {
        RunComparison comparison = ComparedRuns.of(folders);
        if (page != null) {
            WritableFile.require("--page", page);
            ComparedRuns.writePage(comparison, page);
        }
        System.out.print(comparison.text());
    }
}
