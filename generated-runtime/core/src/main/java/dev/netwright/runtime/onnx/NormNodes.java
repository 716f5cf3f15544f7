package dev.netwright.runtime.onnx;

import java.util.List;

/**
 * {@code (x - mean) / sqrt(mean of (x - mean)^2 + epsilon)} along an axis, composed of arithmetic: ONNX's operator set 14 has no layer norm
 * and no group norm.
 *
 * @param nodes the graph
 * @param norm the norm's name, with which the nodes' names begin
 * @param epsilon the number added to the variance
 */
record NormNodes(GraphNodes nodes, String norm, double epsilon) {
    /** Adds the nodes, and returns the name of what they compute. */
    String along(int axis, String x) {
        String mean = mean("mean", x, axis);
        String centred = node("Sub", "centred", x, mean);
        String variance = mean("variance", node("Mul", "squares", centred, centred), axis);
        String constant = nodes.constant(norm + "_epsilon", List.of(1), new float[] {(float) epsilon});
        String deviation = node("Sqrt", "deviation", node("Add", "sum", variance, constant));
        return node("Div", "normalized", centred, deviation);
    }

    private String mean(String name, String x, int axis) {
        return nodes.node("ReduceMean", norm + "_" + name, List.of(x))
                .ints("axes", axis)
                .integer("keepdims", 1)
                .add();
    }

    private String node(String operator, String name, String... inputs) {
        return nodes.node(operator, norm + "_" + name, List.of(inputs)).add();
    }
}
