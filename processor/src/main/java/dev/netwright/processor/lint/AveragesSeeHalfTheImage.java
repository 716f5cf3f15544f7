package dev.netwright.processor.lint;

import dev.netwright.operation.LayerForm;
import dev.netwright.operation.Pool;
import dev.netwright.operation.ReceptiveField;
import dev.netwright.processor.diagnostics.Advice;
import dev.netwright.processor.diagnostics.Lint;
import dev.netwright.processor.shape.Shape;
import dev.netwright.processor.shape.ShapedNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The values that a classifier averages over whole maps see at least half of the image's height and width. A fully
 * connected layer on maps has no such limit, because it reads every value at its place.
 */
final class AveragesSeeHalfTheImage implements LintRule {
    @Override
    public Lint lint() {
        return Lint.RF_SMALL;
    }

    @Override
    public List<Advice> check(PlannedSpec spec) {
        return spec.isClassifier()
                ? average(spec).flatMap(node -> advice(spec, node)).stream().toList()
                : List.of();
    }

    private Optional<Advice> advice(PlannedSpec spec, ShapedNode average) {
        Shape images = spec.network().images();
        ShapedNode before = spec.network().nodes().get(average.node().input());
        ReceptiveField seen = before == null ? ReceptiveField.PIXEL : before.receptiveField();
        if (seen.height() * 2 >= images.height() && seen.width() * 2 >= images.width()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                lint(),
                average.node().origin(),
                average.node().name() + " averages values that see " + seen.height() + "x" + seen.width() + " of "
                        + images.height() + "x" + images.width() + " pixels",
                spec.network().trail(average.node().name()),
                "add convolutions or pools before it, or use a fully connected layer instead"));
    }

    /** The last layer on the way to the output that averages maps of several pixels to one. */
    private static Optional<ShapedNode> average(PlannedSpec spec) {
        Deque<ShapedNode> averages = new ArrayDeque<>();
        ShapedNode node = spec.network().nodes().get(spec.network().graph().output());
        while (node != null && averages.isEmpty()) {
            if (averages(node)) {
                averages.add(node);
            }
            node = spec.network().nodes().get(node.node().input());
        }
        return averages.stream().findFirst();
    }

    private static boolean averages(ShapedNode node) {
        LayerForm layer = node.node().layer();
        boolean isAverage =
                (layer instanceof Pool.GlobalForm global && global.kind().isMean())
                        || (layer instanceof Pool.Form pool && pool.kind().isMean());
        return isAverage
                && node.output().height() == 1
                && node.output().width() == 1
                && (node.input().height() > 1 || node.input().width() > 1);
    }
}
