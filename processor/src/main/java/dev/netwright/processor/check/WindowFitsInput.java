package dev.netwright.processor.check;

import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Window;
import dev.netwright.processor.shape.Misfit;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.OptionalInt;
import java.util.Set;

/** Every kernel and pooling window fits into its padded input. */
public final class WindowFitsInput implements NetworkCheck {
    /** Beyond this no cure is searched for: a network that needs larger images isn't short of a few pixels. */
    private static final int LARGEST_SUGGESTION = 4096;

    @Override
    public Set<String> attributes() {
        return Set.of("height", "width", "kernel", "stride", "padding", "dilation", "blocks");
    }

    @Override
    public Report check(ShapedNetwork network) {
        return network.misfit().orElse(null) instanceof Misfit.WindowTooLarge misfit
                ? Report.of(finding(network, misfit))
                : Report.CLEAN;
    }

    private static Finding finding(ShapedNetwork network, Misfit.WindowTooLarge misfit) {
        Window window = misfit.window();
        String kind = misfit.node().layer() instanceof Layer.Pool ? "pooling window" : "kernel";
        String padding = window.paddingHeight() == 0 && window.paddingWidth() == 0
                ? ""
                : ", padded by " + window.paddingHeight() + "x" + window.paddingWidth() + " on each side";
        String dilation = window.dilationHeight() == 1 && window.dilationWidth() == 1
                ? ""
                : " that spans " + window.spanHeight() + "x" + window.spanWidth();
        String found = misfit.node().name() + " has a " + kind + " of " + window.kernelHeight() + "x"
                + window.kernelWidth() + dilation + ", but its input is " + misfit.input() + padding;
        return new Finding(
                Problem.WINDOW_TOO_LARGE,
                misfit.node().windowOrigin(),
                found,
                network.trail(misfit.node().name()),
                cure(network.graph(), misfit));
    }

    private static String cure(NetworkGraph graph, Misfit.WindowTooLarge misfit) {
        String shrinkLess = misfit.node().layer() instanceof Layer.Pool
                ? "shrink the image less before " + misfit.node().name()
                        + ", or use a smaller window where there is a choice"
                : "use a smaller kernel or more padding in " + misfit.node().name();
        OptionalInt side = smallestSide(graph);
        if (side.isEmpty()) {
            return shrinkLess;
        }
        int height = Math.max(graph.height(), side.getAsInt());
        int width = Math.max(graph.width(), side.getAsInt());
        return "set input = @Input(channels = " + graph.channels() + ", height = " + height + ", width = " + width
                + "), the smallest legal size, or " + shrinkLess;
    }

    /** The smallest side of square images at which every window fits: what fits an image fits every larger one. */
    private static OptionalInt smallestSide(NetworkGraph graph) {
        if (!fits(graph, LARGEST_SUGGESTION)) {
            return OptionalInt.empty();
        }
        int tooSmall = 0;
        int legal = LARGEST_SUGGESTION;
        while (legal - tooSmall > 1) {
            int middle = (tooSmall + legal) / 2;
            if (fits(graph, middle)) {
                legal = middle;
            } else {
                tooSmall = middle;
            }
        }
        return OptionalInt.of(legal);
    }

    private static boolean fits(NetworkGraph graph, int side) {
        NetworkGraph larger = graph.withImageSize(Math.max(side, graph.height()), Math.max(side, graph.width()));
        return !(ShapeInference.infer(larger).misfit().orElse(null) instanceof Misfit.WindowTooLarge);
    }
}
