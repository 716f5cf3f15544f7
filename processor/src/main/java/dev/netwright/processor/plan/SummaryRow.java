package dev.netwright.processor.plan;

import dev.netwright.processor.shape.Shape;

/** One layer's line of the summary; an activation is part of its layer's line. */
public record SummaryRow(String layer, Shape output, long parameters, long multiplyAdds, long receptiveField) {}
