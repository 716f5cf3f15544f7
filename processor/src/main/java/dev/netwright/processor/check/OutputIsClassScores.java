package dev.netwright.processor.check;

import dev.netwright.operation.Flatten;
import dev.netwright.operation.Linear;
import dev.netwright.operation.Pool;
import dev.netwright.operation.ShapeBounds;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.shape.ShapedNetwork;
import dev.netwright.processor.shape.ShapedNode;

/** Losses of classes read one score for each of at least two classes, losses of labels one for each label. */
public final class OutputIsClassScores implements NetworkCheck {
    @Override
    public Report check(ShapedNetwork network) {
        if (!network.graph().loss().isOfLogits()) {
            return Report.CLEAN;
        }
        ShapedNode output = network.nodes().get(network.graph().output());
        if (output == null) {
            return Report.CLEAN;
        }
        ShapedNode before = network.nodes().get(output.node().input());
        ShapeBounds maps = network.read(output.node().input());
        if (before != null && isImplicitFlattening(before, output) && !mayBeOnePixel(maps)) {
            return Report.of(severalScores(network, before, maps));
        }
        return network.graph().loss().isOfClasses()
                        && network.read(network.graph().output()).features().most() < 2
                ? Report.of(oneClass(network, output))
                : Report.CLEAN;
    }

    /** An implicit flattening shares the place of the layer before it; an explicit one is intentional. */
    private static boolean isImplicitFlattening(ShapedNode before, ShapedNode output) {
        return output.node().layer() instanceof Flatten.Form
                && output.node().origin().equals(before.node().origin());
    }

    private static boolean mayBeOnePixel(ShapeBounds shape) {
        return shape.rows().least() == 1 && shape.columns().least() == 1;
    }

    private static Finding severalScores(ShapedNetwork network, ShapedNode maps, ShapeBounds output) {
        ShapeBounds input = network.read(maps.node().input());
        boolean averages =
                maps.node().layer() instanceof Pool.Form pool && pool.kind().isMean();
        return new Finding(
                Problem.CLASS_SCORES,
                averages ? maps.node().windowOrigin() : maps.node().origin(),
                maps.node().name() + " turns " + input + " into " + output,
                network.trail(maps.node().name()),
                averages && input.rows().isExact() && input.rows().equals(input.columns())
                        ? "use a window of " + input.rows() + "x" + input.columns() + ", or average each whole map"
                        : averages
                                ? "remove the window, to average each whole map"
                                : "add a last stage: @GlobalAveragePool void means(); to average each map, or @Linear(units = "
                                        + Math.max(2, output.channels().least()) + ") void classes();");
    }

    private static Finding oneClass(ShapedNetwork network, ShapedNode output) {
        return new Finding(
                Problem.CLASS_SCORES,
                output.node().origin(),
                output.node().name() + " produces a single value",
                network.trail(output.node().name()),
                output.node().layer() instanceof Linear.Form
                        ? "set units = 2, or one for each class, or choose another loss for a single value"
                        : "output a value for each of 2 or more classes, or choose another loss");
    }
}
