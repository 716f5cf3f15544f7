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

/** Every kernel and pooling window fits into its padded input. */
public final class WindowFitsInput implements NetworkCheck {
    /** Beyond this no cure is searched for: a network that needs larger images isn't short of a few pixels. */
    private static final int LARGEST_SUGGESTION = 4096;

    @Override
    public Report check(ShapedNetwork network) {
        return network.misfit()
                .map(misfit -> Report.of(finding(network, misfit)))
                .orElse(Report.CLEAN);
    }

    private static Finding finding(ShapedNetwork network, Misfit misfit) {
        Window window = misfit.window();
        String kind = misfit.node().layer() instanceof Layer.Pool ? "pooling window" : "kernel";
        String padding = window.paddingHeight() + window.paddingWidth() == 0
                ? ""
                : " padded by " + window.paddingHeight() + "x" + window.paddingWidth();
        String found = misfit.node().name() + " has a " + kind + " of " + window.kernelHeight() + "x"
                + window.kernelWidth() + ", but its input is " + misfit.input() + padding;
        return new Finding(
                Problem.WINDOW_TOO_LARGE,
                misfit.node().origin(),
                found,
                network.trail(),
                cure(network.graph(), misfit));
    }

    private static String cure(NetworkGraph graph, Misfit misfit) {
        String remove = misfit.node().layer() instanceof Layer.Pool
                ? "remove a block or pool before " + misfit.node().name()
                : "use a smaller kernel or more padding in " + misfit.node().name();
        OptionalInt side = smallestSide(graph);
        if (side.isEmpty()) {
            return remove;
        }
        int height = Math.max(graph.height(), side.getAsInt());
        int width = Math.max(graph.width(), side.getAsInt());
        return "set input = @Input(channels = " + graph.channels() + ", height = " + height + ", width = " + width
                + "), the smallest legal size, or " + remove;
    }

    /** The smallest side of square images at which every window fits. */
    private static OptionalInt smallestSide(NetworkGraph graph) {
        for (int side = 1; side <= LARGEST_SUGGESTION; side++) {
            NetworkGraph larger = graph.withImageSize(Math.max(side, graph.height()), Math.max(side, graph.width()));
            if (ShapeInference.infer(larger).misfit().isEmpty()) {
                return OptionalInt.of(side);
            }
        }
        return OptionalInt.empty();
    }
}
