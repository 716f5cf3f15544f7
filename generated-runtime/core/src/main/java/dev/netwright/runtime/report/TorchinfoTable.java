package dev.netwright.runtime.report;

import dev.netwright.runtime.summary.NetworkStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A network's layers as torchinfo 1.8 prints a module with a submodule for each block. Sums and concatenations, which
 * aren't modules in PyTorch, have rows as well.
 *
 * <pre>
 * ==========================================================================================
 * Layer (type:depth-idx)                   Output Shape              Param #
 * ==========================================================================================
 * LeNet28                                  [32, 10]                  --
 * ├─Stage1: 1-1                            [32, 6, 14, 14]           --
 * │    └─Conv2d: 2-1                       [32, 6, 28, 28]           156
 * </pre>
 */
public final class TorchinfoTable {
    private static final int COLUMN_WIDTH = 25;
    private static final int LEAST_NAME_WIDTH = 40;
    private static final int NAME_WIDTH_STEP = 5;

    private final NetworkStructure network;
    private final int batch;
    private final List<TorchinfoColumn> columns;
    private final boolean hasNames;

    private TorchinfoTable(NetworkStructure network, int batch, List<TorchinfoColumn> columns, boolean hasNames) {
        this.network = network;
        this.batch = batch;
        this.columns = columns.stream().distinct().toList();
        this.hasNames = hasNames;
    }

    /**
     * A table of output shapes and parameters, torchinfo's default columns.
     *
     * @param network the network
     * @param batch images in a batch, at least 1
     * @return the table
     * @throws IllegalArgumentException if {@code batch} is out of range
     */
    public static TorchinfoTable of(NetworkStructure network, int batch) {
        if (batch < 1) {
            throw new IllegalArgumentException("batch must be at least 1, found " + batch);
        }
        return new TorchinfoTable(
                network, batch, List.of(TorchinfoColumn.OUTPUT_SIZE, TorchinfoColumn.NUM_PARAMS), false);
    }

    /**
     * Chooses the columns.
     *
     * @param chosen columns in their order; duplicates are dropped
     * @return a changed copy
     */
    public TorchinfoTable columns(List<TorchinfoColumn> chosen) {
        return new TorchinfoTable(network, batch, chosen, hasNames);
    }

    /**
     * Adds each layer's name to its type, as torchinfo's row setting {@code var_names} does.
     *
     * @return a changed copy
     */
    public TorchinfoTable withNames() {
        return new TorchinfoTable(network, batch, columns, true);
    }

    /** {@return the lines of the table, with totals at the end} */
    public List<String> lines() {
        List<TorchinfoRow> rows = TorchinfoRow.of(network);
        TorchinfoTotals totals = TorchinfoTotals.of(network, batch);
        int nameWidth = nameWidth(rows);
        // Torchinfo has no spaces between the columns of this row.
        String rule = "=".repeat(nameWidth + columns.size() * COLUMN_WIDTH);
        String head = hasNames ? "Layer (type (var_name):depth-idx)" : "Layer (type:depth-idx)";
        List<String> lines = new ArrayList<>();
        lines.add(rule);
        lines.add(line(head, nameWidth, columns.stream().map(TorchinfoColumn::title)));
        lines.add(rule);
        for (TorchinfoRow row : rows) {
            Stream<String> cells = columns.stream().map(column -> column.cell(row, network, batch));
            lines.add(line(row.tree(hasNames), nameWidth, cells));
        }
        lines.add(rule);
        lines.addAll(totals.counts());
        lines.add(rule);
        lines.addAll(totals.sizes());
        lines.add(rule);
        return lines;
    }

    private int nameWidth(List<TorchinfoRow> rows) {
        int widest = rows.stream().mapToInt(row -> row.width(hasNames)).max().orElse(0);
        int rounded = (widest + NAME_WIDTH_STEP - 1) / NAME_WIDTH_STEP * NAME_WIDTH_STEP;
        return Math.max(LEAST_NAME_WIDTH, rounded);
    }

    private static String line(String name, int nameWidth, Stream<String> cells) {
        StringBuilder line = new StringBuilder(padded(name, nameWidth));
        cells.forEach(cell -> line.append(padded(cell, COLUMN_WIDTH)));
        return line.toString().stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()) + 1);
    }
}
