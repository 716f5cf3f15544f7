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
import java.util.Map;
import java.util.Optional;
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
        Map<String, ShapedNode> nodes = network.nodes();
        return new Report(Optional.ofNullable(nodes.get(network.graph().output())).stream()
                .filter(last -> last.node().layer() instanceof Layer.Flatten)
                .flatMap(last -> Optional.ofNullable(nodes.get(last.node().input())).stream())
                .filter(AveragesAreScores::leavesSeveral)
                .map(averages -> finding(network, averages))
                .toList());
    }

    private static boolean leavesSeveral(ShapedNode node) {
        return node.node().layer() instanceof Layer.Pool pool
                && pool.kind() == PoolKind.AVERAGE
                && (node.output().height() > 1 || node.output().width() > 1);
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
