package dev.netwright.runtime.onnx;

import dev.netwright.operation.Resampling;
import dev.netwright.operation.SideWeights;
import java.util.List;

/** A resampling in ONNX: each channel's plane times the matrix of columns, then the matrix of rows times that. */
record ResamplingNodes(Resampling resampling) {
    String addTo(GraphNodes nodes, String layer, String image) {
        SideWeights columns = resampling.columns();
        SideWeights rows = resampling.rows();
        String right = nodes.constant(layer + "_columns", List.of(columns.from(), columns.to()), columns.transposed());
        String left = nodes.constant(layer + "_rows", List.of(rows.to(), rows.from()), rows.matrix());
        String wide =
                nodes.node("MatMul", layer + "_wide", List.of(image, right)).add();
        return nodes.node("MatMul", layer, List.of(left, wide)).add();
    }
}
