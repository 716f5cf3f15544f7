package dev.netwright.commandline.command;

import dev.netwright.runtime.report.TorchinfoColumn;
import dev.netwright.runtime.report.TorchinfoTable;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a network's layers as torchinfo does. */
@Command(name = "summary", description = "Prints a network's layers as torchinfo does.", sortOptions = false)
public final class SummaryCommand implements Runnable {
    @Mixin
    private final NetworkOptions options = new NetworkOptions();

    @Option(
            names = "--columns",
            paramLabel = "<column>",
            split = ",",
            description = "Columns in their order: ${COMPLETION-CANDIDATES} (default: output_size,num_params).")
    private List<TorchinfoColumn> columns = List.of(TorchinfoColumn.OUTPUT_SIZE, TorchinfoColumn.NUM_PARAMS);

    @Option(names = "--names", description = "Also shows the layers' names.")
    private boolean hasNames;

    @Override
    public void run() {
        TorchinfoTable table =
                TorchinfoTable.of(options.structure(), options.batch()).columns(columns);
        (hasNames ? table.withNames() : table).lines().forEach(System.out::println);
    }
}
