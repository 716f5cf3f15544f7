package dev.netwright.processor.check;

import dev.netwright.operation.Activation;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.TransposedConvolution;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.network.Node;
import dev.netwright.processor.shape.ShapedNetwork;
import dev.netwright.processor.shape.ShapedNode;
import java.util.List;

/**
 * The network fits in a class file: its summary and its list of layers are string constants of at most 65,535 bytes
 * (Java Virtual Machine Specification, section 4.4.7). In the summary a layer's line takes up to 110 bytes. In the
 * list, which includes activations, it takes the names of the layer and its inputs and up to 100 bytes of numbers.
 */
public final class LayersFitClass implements NetworkCheck {
    private static final int MOST_LAYERS = 500;
    private static final int MOST_BYTES = 64_000;

    @Override
    public Report check(ShapedNetwork network) {
        List<Node> layers = network.graph()
                .nodes()
                .filter(node -> !(node.layer() instanceof Activation.Form))
                .toList();
        if (layers.size() <= MOST_LAYERS) {
            return listed(network);
        }
        return Report.of(Finding.of(
                Problem.TOO_DEEP,
                layers.get(MOST_LAYERS).origin(),
                "found " + layers.size() + " layers; " + layers.get(MOST_LAYERS).name() + " is one too many",
                "remove at least " + (layers.size() - MOST_LAYERS) + " of them"));
    }

    private static Report listed(ShapedNetwork network) {
        long bytes = network.graph().blocks().stream()
                .mapToLong(block -> block.name().length() + 1)
                .sum();
        for (ShapedNode node : network.nodes().values()) {
            bytes += lineBytes(node);
            if (bytes > MOST_BYTES) {
                return Report.of(Finding.of(
                        Problem.TOO_DEEP,
                        node.node().origin(),
                        "the list of all layers with their names exceeds " + MOST_BYTES + " bytes at "
                                + node.node().name(),
                        "use fewer layers or shorter names"));
            }
        }
        return Report.CLEAN;
    }

    /** Indentation, name, kind and kernel, inputs, output and three counts, each with a blank; the longest kind has 17 letters. */
    private static long lineBytes(ShapedNode node) {
        int inputs = node.node().inputs().stream().mapToInt(String::length).sum()
                + node.node().inputs().size();
        int kind = node.node().layer() instanceof Activation.Form
                ? 9
                : node.node().layer() instanceof Convolution.Form
                        ? 14
                        : node.node().layer() instanceof TransposedConvolution.Form ? 23 : 20;
        return 12L
                + kind
                + node.node().name().length()
                + (node.node().inputs().size() == 1 ? 1 : inputs)
                + (node.input().equals(node.output())
                        ? 1
                        : node.output().toString().length())
                + Long.toString(node.parameterCount()).length()
                + Long.toString(node.multiplyAdds()).length()
                + Long.toString(node.receptiveField().side()).length();
    }
}
