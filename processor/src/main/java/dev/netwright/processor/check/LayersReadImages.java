package dev.netwright.processor.check;

import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.shape.Misfit;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.Set;

/** No convolution, pool or local response norm stands behind a layer that gives a vector. */
public final class LayersReadImages implements NetworkCheck {
    @Override
    public Set<String> attributes() {
        return Set.of();
    }

    @Override
    public Report check(ShapedNetwork network) {
        return network.misfit().orElse(null) instanceof Misfit.ImageExpected misfit
                ? Report.of(new Finding(
                        Problem.IMAGE_EXPECTED,
                        misfit.node().origin(),
                        misfit.node().name() + " reads a vector of " + misfit.input(),
                        network.trail(misfit.node().name()),
                        "move " + misfit.node().name() + " before the first flattening or fully connected layer"))
                : Report.CLEAN;
    }
}
