package dev.netwright.processor.check;

import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.shape.ShapedNetwork;
import dev.netwright.processor.shape.ShapedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The flat parameter vector and each activation of one image can be indexed with an int. */
public final class TensorsFitArrays implements NetworkCheck {
    @Override
    public Set<String> attributes() {
        return Set.of("kernel", "stride", "dilation", "ratio", "blocks", "layers", "compression");
    }

    @Override
    public Report check(ShapedNetwork network) {
        if (network.images().size() > Integer.MAX_VALUE) {
            return Report.of(Finding.of(
                    Problem.TOO_LARGE,
                    network.graph().inputOrigin(),
                    "an image of " + network.images() + " has too many values",
                    "use smaller images"));
        }
        List<Finding> findings = new ArrayList<>();
        long parameters = 0;
        for (ShapedNode node : network.nodes().values()) {
            if (node.output().size() > Integer.MAX_VALUE) {
                findings.add(finding(
                        network,
                        node,
                        "has an output of " + node.output() + ", too many values",
                        "use fewer channels, less padding or smaller images"));
                break;
            }
            boolean fitted = parameters <= Integer.MAX_VALUE;
            parameters = fitted ? parameters + Math.min(node.parameterCount(), Integer.MAX_VALUE + 1L) : parameters;
            if (fitted && parameters > Integer.MAX_VALUE) {
                findings.add(finding(
                        network,
                        node,
                        "brings the network to too many parameters",
                        "use fewer channels or units, smaller kernels or smaller images"));
            }
        }
        return new Report(findings);
    }

    private static Finding finding(ShapedNetwork network, ShapedNode node, String found, String cure) {
        return new Finding(
                Problem.TOO_LARGE,
                node.node().origin(),
                node.node().name() + " " + found,
                network.trail(node.node().name()),
                cure);
    }
}
