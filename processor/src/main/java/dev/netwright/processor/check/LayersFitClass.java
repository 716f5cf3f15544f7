package dev.netwright.processor.check;

import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.Node;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.List;
import java.util.Set;

/**
 * A class file holds the network: its summary is one string constant, of at most 65,535 bytes (Java Virtual Machine
 * Specification, section 4.4.7), and a layer's line takes up to 110 of them.
 */
public final class LayersFitClass implements NetworkCheck {
    private static final int MOST_LAYERS = 500;

    @Override
    public Set<String> attributes() {
        return Set.of("blocks", "convs", "pointwise", "hidden", "stages", "modules", "layers");
    }

    @Override
    public Report check(ShapedNetwork network) {
        List<Node> layers = network.graph()
                .nodes()
                .filter(node -> !(node.layer() instanceof Layer.Activation))
                .toList();
        if (layers.size() <= MOST_LAYERS) {
            return Report.CLEAN;
        }
        return Report.of(Finding.of(
                Problem.TOO_DEEP,
                layers.get(MOST_LAYERS).origin(),
                "found " + layers.size() + " layers; " + layers.get(MOST_LAYERS).name() + " is one too many",
                "use fewer blocks or layers"));
    }
}
