package dev.netwright.processor.card;

import dev.netwright.operation.Layer;
import dev.netwright.operation.Value;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;

/** The network from images to output, block by block; a run of equal blocks is drawn once. */
final class Diagram {
    private final NetworkPlan plan;
    private final List<BlockDiagram> blocks;

    private Diagram(NetworkPlan plan) {
        this.plan = plan;
        blocks = BlockDiagram.of(plan.layers());
    }

    static Markup of(NetworkPlan plan) {
        return new Diagram(plan).section();
    }

    private Markup section() {
        Markup section = Markup.of(
                "<section id=\"diagram\"><h2>Diagram</h2>\n<p class=\"terminal\">images <b>{}</b></p>\n<div class=\"blocks\">\n",
                Shapes.text(plan.images()));
        Value before = plan.images();
        for (List<BlockDiagram> run : runs()) {
            section.add(article(run, before));
            BlockDiagram last = run.get(run.size() - 1);
            before = last.isAuxiliary() ? before : last.output();
        }
        return section.add("</div>\n<p class=\"terminal\">output <b>{}</b></p>\n</section>\n", plan.classes());
    }

    private List<List<BlockDiagram>> runs() {
        List<List<BlockDiagram>> runs = new ArrayList<>();
        List<BlockDiagram> run = List.of();
        for (BlockDiagram block : blocks) {
            if (run.isEmpty() || !run.get(run.size() - 1).isRepeatedBy(block)) {
                run = new ArrayList<>();
                runs.add(run);
            }
            run.add(block);
        }
        return runs;
    }

    private Markup article(List<BlockDiagram> run, Value before) {
        BlockDiagram first = run.get(0);
        BlockDiagram last = run.get(run.size() - 1);
        long multiplyAdds = 0;
        long parameters = 0;
        for (BlockDiagram block : run) {
            multiplyAdds +=
                    block.layers().stream().mapToLong(Layer::multiplyAdds).sum();
            parameters +=
                    block.layers().stream().mapToLong(Layer::parameterCount).sum();
        }
        Markup article = Markup.of(
                "<article class=\"block{}{}\">\n<header><h3>{}</h3>{}<p class=\"shapes\">{} → {}</p></header>"
                        + "<p class=\"cost\">{}{}</p>\n",
                run.size() > 1 ? " repeated" : "",
                first.isAuxiliary() ? " auxiliary" : "",
                run.size() > 1 ? first.name() + " – " + last.name() : first.name(),
                run.size() > 1 ? Markup.of("<p class=\"times\">{} times</p>", run.size()) : "",
                Shapes.text(first.input()),
                Shapes.text(last.output()),
                cost(parameters, multiplyAdds),
                run.size() > 1 ? " in total" : "");
        if (first.isAuxiliary()) {
            article.add(
                    "<p class=\"aside\">beside the main path, in training only; reads {}{}</p>\n",
                    first.input().name(),
                    weight(last));
        } else if (!first.input().equals(before)) {
            article.add("<p class=\"aside\">reads {}</p>\n", first.input().name());
        }
        return article.add("<div class=\"scroll\">{}</div>\n</article>\n", BlockDrawing.of(first));
    }

    private String cost(long parameters, long multiplyAdds) {
        String weights = parameters == 0 ? "no" : Quantity.rounded(parameters);
        return multiplyAdds == 0
                ? weights + " parameters"
                : weights + " parameters, " + Quantity.share(multiplyAdds, plan.multiplyAdds()) + " of multiply-adds";
    }

    private String weight(BlockDiagram last) {
        return plan.layers().losses().stream()
                .filter(loss ->
                        last.layers().stream().anyMatch(layer -> layer.output().equals(loss.output())))
                .map(loss -> "; weight of its loss: " + loss.weight())
                .findFirst()
                .orElse("");
    }
}
