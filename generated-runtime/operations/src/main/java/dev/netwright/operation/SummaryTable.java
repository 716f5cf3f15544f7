package dev.netwright.operation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The table in a generated class's Javadoc, which {@code summary()} returns too. An activation is part of its layer's
 * line.
 */
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
    static String of(NetworkLayers network) {
        List<Layer> layers =
                network.layers().filter(layer -> !(layer instanceof Activation)).toList();
        int nameWidth = 8;
        int shapeWidth = network.images().batched().length();
        for (Layer layer : layers) {
            nameWidth = Math.max(nameWidth, layer.name().length());
            shapeWidth = Math.max(shapeWidth, layer.output().batched().length());
        }
        String parameters = count(network.parameterCount());
        String multiplyAdds = count(network.multiplyAdds());
        String format = "%-" + nameWidth + "s  %-" + shapeWidth + "s  %" + Math.max(11, parameters.length()) + "s  %"
                + Math.max(14, multiplyAdds.length()) + "s  %15s";
        StringBuilder table = new StringBuilder();
        line(table, format, "layer", "output", "parameters", "multiply-adds", "receptive field");
        line(table, format, "images", network.images().batched(), "", "", "");
        Map<String, ReceptiveField> seen = network.receptiveFields();
        for (Layer layer : layers) {
            line(
                    table,
                    format,
                    layer.name(),
                    layer.output().batched(),
                    count(layer.parameterCount()),
                    count(layer.multiplyAdds()),
                    layer.output().isVector() ? "" : count(field(seen, layer.name())));
        }
        String field = count(network.receptiveField());
        line(table, format, "total", "", parameters, multiplyAdds, field);
        return table.toString();
    }

    private static long field(Map<String, ReceptiveField> seen, String layer) {
        return seen.getOrDefault(layer, ReceptiveField.PIXEL).side();
    }

    private static String count(long value) {
        return value == 0 ? "" : String.format(Locale.ROOT, "%,d", value);
    }

    private static void line(StringBuilder table, String format, Object... cells) {
        table.append(String.format(Locale.ROOT, format, cells).stripTrailing()).append('\n');
    }
}
