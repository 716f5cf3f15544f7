package dev.netwright.runtime.report;

import dev.netwright.runtime.summary.BlockFacts;
import dev.netwright.runtime.summary.LayerFacts;
import dev.netwright.runtime.summary.NetworkStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A row of the tree: the network, a block or a layer. Only layers have their own parameters and multiply-adds.
 *
 * @param depth 0 for the network, 1 for a block, 2 for a layer
 * @param index number among the rows of the same depth, from 1
 * @param isTrainable whether it contains parameters
 */
record TorchinfoRow(
        int depth,
        int index,
        String kind,
        String name,
        List<Integer> kernel,
        List<Integer> input,
        List<Integer> output,
        long parameters,
        long multiplyAdds,
        boolean isTrainable) {
    private static final int INDENT = 5;

    /** All rows of the tree from the top. */
    static List<TorchinfoRow> of(NetworkStructure network) {
        List<TorchinfoRow> rows = new ArrayList<>();
        rows.add(container(
                0,
                1,
                network.name(),
                network.images(),
                network.output(),
                network.layers().toList()));
        int blocks = 0;
        int layers = 0;
        for (BlockFacts block : network.blocks()) {
            blocks++;
            rows.add(container(1, blocks, block.name(), block.input(), block.output(), block.layers()));
            for (LayerFacts layer : block.layers()) {
                layers++;
                rows.add(leaf(layers, layer));
            }
        }
        return rows;
    }

    private static TorchinfoRow container(
            int depth, int index, String name, List<Integer> input, List<Integer> output, List<LayerFacts> layers) {
        String kind = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        boolean isTrainable = layers.stream().anyMatch(layer -> layer.parameters() > 0);
        return new TorchinfoRow(depth, index, kind, name, List.of(), input, output, 0, 0, isTrainable);
    }

    private static TorchinfoRow leaf(int index, LayerFacts layer) {
        return new TorchinfoRow(
                2,
                index,
                layer.kind(),
                layer.name(),
                layer.kernel(),
                layer.input(),
                layer.output(),
                layer.parameters(),
                layer.multiplyAdds(),
                layer.parameters() > 0);
    }

    /** {@code │ └─Conv2d: 2-1}, or {@code │ └─Conv2d (c1): 2-1} with its name. */
    String tree(boolean hasName) {
        return switch (depth) {
            case 0 -> title(hasName);
            case 1 -> "├─" + title(hasName);
            default -> "│    └─" + title(hasName);
        };
    }

    /** The width of {@link #tree} as torchinfo computes it. */
    int width(boolean hasName) {
        return title(hasName).length() + depth * INDENT + 1;
    }

    private String title(boolean hasName) {
        return kind + (hasName ? " (" + name + ")" : "") + (depth == 0 ? "" : ": " + depth + "-" + index);
    }
}
