package dev.netwright.processor.check;

import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.shape.ShapedNetwork;
import dev.netwright.processor.shape.ShapedNode;
import java.util.ArrayList;
import java.util.List;

/** The flat parameter vector and each activation of one image can be indexed with an int. */
public final class TensorsFitArrays implements NetworkCheck {
    @Override
    public Report check(ShapedNetwork network) {
        if (network.images().size() > Integer.MAX_VALUE) {
            return Report.of(Finding.of(
                    Problem.TOO_LARGE,
                    network.graph().inputOrigin(),
                    "an image of " + network.images() + " has "
                            + network.images().size() + " values",
                    "use smaller images"));
        }
        List<Finding> findings = new ArrayList<>();
        long parameters = 0;
        for (ShapedNode node : network.nodes().values()) {
            long before = parameters;
            parameters += Math.min(node.parameterCount(), 1L << 40);
            if (node.output().size() > Integer.MAX_VALUE) {
                findings.add(finding(network, node, "its output " + node.output() + " has too many values"));
                break;
            }
            if (before <= Integer.MAX_VALUE && parameters > Integer.MAX_VALUE) {
                findings.add(finding(network, node, "with this layer the network has " + parameters + " parameters"));
            }
        }
        return new Report(findings);
    }

    private static Finding finding(ShapedNetwork network, ShapedNode node, String found) {
        return new Finding(
                Problem.TOO_LARGE,
                node.node().origin(),
                node.node().name() + ": " + found,
                network.trail(),
                "use fewer channels or units, or smaller images");
    }
}
