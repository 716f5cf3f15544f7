package dev.netwright.processor.check;

import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.Loss;
import dev.netwright.processor.network.Node;
import dev.netwright.processor.network.PoolKind;
import dev.netwright.processor.shape.Shape;
import dev.netwright.processor.shape.ShapedNetwork;
import dev.netwright.processor.shape.ShapedNode;
import java.util.Set;

/** An average pool whose output is flattened into the classes' scores leaves one pixel of each class's map. */
public final class AveragesAreScores implements NetworkCheck {
    @Override
    public Set<String> attributes() {
        return Set.of("height", "width", "kernel", "stride", "padding", "blocks", "averagePool");
    }

    @Override
    public Report check(ShapedNetwork network) {
        if (network.misfit().isPresent() || network.graph().loss() != Loss.CROSS_ENTROPY) {
            return Report.CLEAN;
        }
        ShapedNode last = network.nodes().get(network.graph().output());
        ShapedNode averages = last == null ? null : network.nodes().get(last.node().input());
        return last != null
                        && averages != null
                        && last.node().layer() instanceof Layer.Flatten
                        && averages.node().layer() instanceof Layer.Pool pool
                        && pool.kind() == PoolKind.AVERAGE
                        && !isOnePixel(averages.output())
                ? Report.of(finding(network, averages))
                : Report.CLEAN;
    }

    private static boolean isOnePixel(Shape shape) {
        return shape.height() == 1 && shape.width() == 1;
    }

    private static Finding finding(ShapedNetwork network, ShapedNode averages) {
        Node pool = averages.node();
        Shape maps = averages.input();
        return new Finding(
                Problem.CLASS_SCORES,
                pool.windowOrigin(),
                pool.name() + " makes " + averages.output() + " of the classes' maps",
                network.trail(pool.name()),
                "use a window of " + maps.height() + "x" + maps.width() + ", or the mean of each whole map");
    }
}
