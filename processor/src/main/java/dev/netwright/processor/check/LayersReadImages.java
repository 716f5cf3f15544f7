package dev.netwright.processor.check;

import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.shape.Misfit;
import dev.netwright.processor.shape.ShapedNetwork;

/** No convolution, pool or local response norm reads a vector. */
public final class LayersReadImages implements NetworkCheck {
    @Override
    public Report check(ShapedNetwork network) {
        return new Report(network.misfits(Misfit.ImageExpected.class)
                .map(misfit -> new Finding(
                        Problem.IMAGE_EXPECTED,
                        misfit.node().origin(),
                        misfit.node().name() + " reads a vector of " + misfit.input(),
                        network.trail(misfit.node().name()),
                        "move " + misfit.node().name() + " before " + firstVector(network)))
                .toList());
    }

    /** The first layer whose output is a vector. */
    private static String firstVector(ShapedNetwork network) {
        return network.nodes().values().stream()
                .filter(node -> node.output().isVector())
                .map(node -> node.node().name())
                .findFirst()
                .orElseThrow();
    }
}
