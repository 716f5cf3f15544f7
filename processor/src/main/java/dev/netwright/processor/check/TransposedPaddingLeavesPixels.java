package dev.netwright.processor.check;

import dev.netwright.operation.TransposedConvolution;
import dev.netwright.operation.Window;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.shape.Misfit;
import dev.netwright.processor.shape.ShapedNetwork;

/** The padding of every transposed convolution leaves at least one pixel of its output. */
public final class TransposedPaddingLeavesPixels implements NetworkCheck {
    @Override
    public Report check(ShapedNetwork network) {
        return new Report(network.misfits(Misfit.NothingLeft.class)
                .map(misfit -> finding(network, misfit))
                .toList());
    }

    private static Finding finding(ShapedNetwork network, Misfit.NothingLeft misfit) {
        Window window = ((TransposedConvolution.Form) misfit.node().layer()).window();
        return new Finding(
                Problem.TRANSPOSED_PADDING,
                misfit.node().windowOrigin(),
                misfit.node().name() + " cuts off " + window.paddingHeight() + "x" + window.paddingWidth()
                        + " pixels on each side, which is all that it makes of an input of " + misfit.input(),
                network.trail(misfit.node().name()),
                "use less padding, a larger kernel or a larger stride in "
                        + misfit.node().name());
    }
}
