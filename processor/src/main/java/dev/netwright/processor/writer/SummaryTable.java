package dev.netwright.processor.writer;

import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.plan.SummaryRow;
import dev.netwright.processor.shape.ShapedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table that stands in the class's Javadoc and that {@code summary()} returns; an activation is part of its layer's line. */
final class SummaryTable {
    private SummaryTable() {}

    /**
     * Writes
     * <pre>
     * layer     output            parameters   multiply-adds  receptive field
     * images    [N, 1, 28, 28]
     * c1        [N, 6, 28, 28]           156         122,304                5
     * total                           61,706         423,038               16
     * </pre>
     */
    static List<String> lines(NetworkPlan plan) {
        int nameWidth = 8;
        int shapeWidth = plan.images().batched().length();
        List<ShapedNode> layers =
                plan.listedRows().stream().map(SummaryRow::layer).toList();
        for (ShapedNode layer : layers) {
            nameWidth = Math.max(nameWidth, layer.node().name().length());
            shapeWidth = Math.max(shapeWidth, layer.output().batched().length());
        }
        int parameterWidth = Math.max(11, count(plan.parameterCount()).length());
        int multiplyAddWidth = Math.max(14, count(plan.multiplyAdds()).length());
        String format = "%-" + nameWidth + "s  %-" + shapeWidth + "s  %" + parameterWidth + "s  %" + multiplyAddWidth
                + "s  %15s";
        List<String> lines = new ArrayList<>();
        lines.add(line(format, "layer", "output", "parameters", "multiply-adds", "receptive field"));
        lines.add(line(format, "images", plan.images().batched(), "", "", ""));
        for (ShapedNode layer : layers) {
            lines.add(line(
                    format,
                    layer.node().name(),
                    layer.output().batched(),
                    count(layer.parameterCount()),
                    count(layer.multiplyAdds()),
                    layer.output().isVector()
                            ? ""
                            : count(layer.receptiveField().side())));
        }
        lines.add(line(
                format,
                "total",
                "",
                count(plan.parameterCount()),
                count(plan.multiplyAdds()),
                count(plan.receptiveField())));
        return lines;
    }

    private static String count(long value) {
        return value == 0 ? "" : Literals.grouped(value);
    }

    private static String line(String format, Object... cells) {
        return String.format(Locale.ROOT, format, cells).stripTrailing();
    }
}
