package dev.netwright.processor.plan;

import dev.netwright.processor.shape.ShapedNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One layer as summaries list it, with the name of the block that it belongs to. */
public record SummaryRow(String block, ShapedNode layer) {
    /** The layers of each block, by its name, in order. */
    public static Map<String, List<ShapedNode>> byBlock(List<SummaryRow> rows) {
        Map<String, List<ShapedNode>> blocks = new LinkedHashMap<>();
        rows.forEach(row ->
                blocks.computeIfAbsent(row.block(), name -> new ArrayList<>()).add(row.layer()));
        return blocks;
    }
}
