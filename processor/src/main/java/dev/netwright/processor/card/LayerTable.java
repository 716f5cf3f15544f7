package dev.netwright.processor.card;

import dev.netwright.operation.Activation;
import dev.netwright.operation.Block;
import dev.netwright.operation.Layer;
import dev.netwright.operation.ReceptiveField;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.List;
import java.util.Map;

/** The lines of {@code summary()}, grouped by block; the blocks of a large network are initially closed. */
final class LayerTable {
    private static final int MOST_OPEN_LINES = 64;
    private static final String COLUMNS =
            "<colgroup><col class=\"c1\"/><col class=\"c2\"/><col class=\"c3\"/><col class=\"c4\"/>"
                    + "<col class=\"c5\"/><col class=\"c6\"/><col class=\"c7\"/></colgroup>";

    private final NetworkPlan plan;
    private final long multiplyAdds;
    private final Map<String, ReceptiveField> fields;

    private LayerTable(NetworkPlan plan) {
        this.plan = plan;
        fields = plan.layers().receptiveFields();
        multiplyAdds = plan.multiplyAdds();
    }

    static Markup of(NetworkPlan plan) {
        return new LayerTable(plan).section();
    }

    private Markup section() {
        boolean isOpen = plan.layers().layers().filter(LayerTable::isListed).count() <= MOST_OPEN_LINES;
        Markup section = Markup.of(
                "<section id=\"layers\"><h2>Layers</h2>\n<p>The lines of <code>{}.summary()</code>. "
                        + "Multiply-adds are those of the forward pass of one image.{}</p>\n<div class=\"scroll\"><div class=\"layers\">\n",
                plan.spec().className(),
                isOpen ? "" : " Click a block to open it.");
        section.add(
                "<table class=\"head\">{}<thead><tr><th scope=\"col\">layer</th><th scope=\"col\">kind</th>"
                        + "<th scope=\"col\">output</th><th scope=\"col\">parameters</th><th scope=\"col\">multiply-adds</th>"
                        + "<th scope=\"col\">share</th><th scope=\"col\">receptive field</th></tr></thead></table>\n",
                Markup.of(COLUMNS));
        plan.layers().blocks().forEach(block -> section.add(block(block, isOpen)));
        section.add(
                "<table class=\"total\">{}<tbody><tr class=\"total\"><th scope=\"row\">total</th><td></td><td></td><td>{}</td>"
                        + "<td>{}</td><td></td><td>{}</td></tr></tbody></table>\n",
                Markup.of(COLUMNS),
                count(plan.parameterCount()),
                count(multiplyAdds),
                count(plan.receptiveField()));
        return section.add("</div></div>\n</section>\n");
    }

    /** An activation is part of its layer's line. */
    private static boolean isListed(Layer layer) {
        return !(layer instanceof Activation);
    }

    private Markup block(Block<Layer> block, boolean isOpen) {
        List<Layer> layers =
                block.layers().stream().filter(LayerTable::isListed).toList();
        if (layers.isEmpty()) {
            return new Markup();
        }
        long parameters = layers.stream().mapToLong(Layer::parameterCount).sum();
        long blocksMultiplyAdds = layers.stream().mapToLong(Layer::multiplyAdds).sum();
        Markup lines = Markup.of(
                "<details{}><summary><span>{}</span><span></span><span>{}</span><span>{}</span><span>{}</span><span>{}</span>"
                        + "<span></span></summary>\n<table>{}<tbody>\n",
                Markup.of(isOpen ? " open=\"open\"" : ""),
                block.name(),
                Shapes.text(layers.get(layers.size() - 1).output()),
                count(parameters),
                count(blocksMultiplyAdds),
                Quantity.share(blocksMultiplyAdds, multiplyAdds),
                Markup.of(COLUMNS));
        layers.forEach(layer -> lines.add(line(layer)));
        return lines.add("</tbody></table></details>\n");
    }

    private Markup line(Layer layer) {
        return Markup.of(
                "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                layer.name(),
                layer.words(),
                Shapes.text(layer.output()),
                count(layer.parameterCount()),
                count(layer.multiplyAdds()),
                share(layer.multiplyAdds()),
                layer.output().isVector() ? "" : count(field(layer).side()));
    }

    private ReceptiveField field(Layer layer) {
        return fields.getOrDefault(layer.name(), ReceptiveField.PIXEL);
    }

    private Markup share(long part) {
        if (part == 0 || multiplyAdds == 0) {
            return new Markup();
        }
        return Markup.of(
                "<span class=\"bar\" style=\"width:{}px\"></span>{}",
                44.0 * part / multiplyAdds,
                Quantity.share(part, multiplyAdds));
    }

    private static String count(long value) {
        return value == 0 ? "" : Quantity.exact(value);
    }
}
