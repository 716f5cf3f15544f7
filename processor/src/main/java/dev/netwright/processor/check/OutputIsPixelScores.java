package dev.netwright.processor.check;

import dev.netwright.operation.ShapeBounds;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.shape.ShapedNetwork;
import dev.netwright.processor.shape.ShapedNode;

/** Losses of pixels read one score for each of at least two classes at each pixel of the input. */
public final class OutputIsPixelScores implements NetworkCheck {
    @Override
    public Report check(ShapedNetwork network) {
        ShapedNode output = network.nodes().get(network.graph().output());
        if (!network.graph().loss().isOfPixels() || output == null) {
            return Report.CLEAN;
        }
        ShapeBounds input = network.graph().input().bounds();
        ShapeBounds scores = network.read(network.graph().output());
        if (scores.isVector()) {
            return Report.of(
                    finding(
                            network,
                            output,
                            " has no rows and columns",
                            "end with @Conv(channels = 2, kernel = 1) on an image, with a channel for each class, or choose a loss of classes"));
        }
        if (scores.rows().isApartFrom(input.rows()) || scores.columns().isApartFrom(input.columns())) {
            return Report.of(finding(
                    network,
                    output,
                    " is " + scores + " for an input of " + input,
                    "add a last stage @Upsample(height = " + input.rows() + ", width = " + input.columns()
                            + ") void pixels(); or keep rows and columns by padding"));
        }
        return scores.channels().most() < 2
                ? Report.of(finding(
                        network,
                        output,
                        " has a single channel",
                        "output 2 channels, or one for each class; something and its background are 2 classes"))
                : Report.CLEAN;
    }

    private static Finding finding(ShapedNetwork network, ShapedNode output, String fault, String fix) {
        String name = output.node().name();
        return new Finding(Problem.PIXEL_SCORES, output.node().origin(), name + fault, network.trail(name), fix);
    }
}
