package dev.netwright.processor.check;

import dev.netwright.operation.Pool;
import dev.netwright.operation.Window;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.shape.Misfit;
import dev.netwright.processor.shape.ShapedNetwork;

/**
 * Every pool's windows cover at least one pixel of the image: a maximum over padding alone isn't a number. PyTorch has
 * the same rule.
 */
public final class PoolsSeeImages implements NetworkCheck {
    @Override
    public Report check(ShapedNetwork network) {
        return new Report(network.misfits(Misfit.PaddingTooLarge.class)
                .map(Misfit::node)
                .map(node -> {
                    Window window = ((Pool.Form) node.layer()).window();
                    return Finding.of(
                            Problem.POOL_PADDING,
                            node.partOrigin(),
                            node.name() + " has a window of " + window.kernelHeight() + "x" + window.kernelWidth()
                                    + " and padding of " + window.paddingHeight() + "x" + window.paddingWidth(),
                            "pad by at most " + window.kernelHeight() / 2 + "x" + window.kernelWidth() / 2
                                    + ", or use a window of at least " + 2L * window.paddingHeight() + "x"
                                    + 2L * window.paddingWidth());
                })
                .toList());
    }
}
