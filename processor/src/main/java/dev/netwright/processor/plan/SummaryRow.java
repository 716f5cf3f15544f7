package dev.netwright.processor.plan;

import dev.netwright.processor.shape.ShapedNode;

/** One layer as summaries list it, with the name of the block that it belongs to. */
public record SummaryRow(String block, ShapedNode layer) {}
