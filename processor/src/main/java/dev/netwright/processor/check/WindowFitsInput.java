package dev.netwright.processor.check;

import dev.netwright.operation.Convolution;
import dev.netwright.operation.Interval;
import dev.netwright.operation.LayerForm;
import dev.netwright.operation.Pool;
import dev.netwright.operation.Window;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Origin;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.shape.Misfit;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Every kernel and pooling window fits into its padded input. Of parallel branches that one attribute stands for, the
 * first is reported.
 */
public final class WindowFitsInput implements NetworkCheck {
    /** The search for a fix ends here: a network that needs larger images isn't short of a few pixels. */
    private static final int LARGEST_SUGGESTION = 4096;

    @Override
    public Report check(ShapedNetwork network) {
        Set<Place> reported = new HashSet<>();
        return new Report(network.misfits(Misfit.WindowTooLarge.class)
                .filter(misfit -> reported.add(Place.of(misfit)))
                .map(misfit -> finding(network, misfit))
                .toList());
    }

    /** An attribute, and the size of the maps that its window doesn't fit. */
    private record Place(Origin attribute, Interval rows, Interval columns) {
        static Place of(Misfit.WindowTooLarge misfit) {
            return new Place(
                    misfit.node().windowOrigin(),
                    misfit.input().rows(),
                    misfit.input().columns());
        }
    }

    private static Finding finding(ShapedNetwork network, Misfit.WindowTooLarge misfit) {
        Window window = window(misfit.node().layer());
        Windows windows = new Windows(window, window(misfit.node().most()));
        String kind = misfit.node().layer() instanceof Pool.Form ? "pooling window" : "kernel";
        String padding = windows.isPadded()
                ? ", padded by " + windows.text(Window::paddingHeight, Window::paddingWidth) + " on each side"
                : "";
        String dilation =
                windows.isDilated() ? " that spans " + windows.text(Window::spanHeight, Window::spanWidth) : "";
        String found = misfit.node().name() + " has a " + kind + " of "
                + windows.text(Window::kernelHeight, Window::kernelWidth) + dilation + ", but its input is "
                + misfit.input() + padding;
        return new Finding(
                Problem.WINDOW_TOO_LARGE,
                misfit.node().windowOrigin(),
                found,
                network.trail(misfit.node().name()),
                fix(network.graph(), misfit));
    }

    private static Window window(LayerForm layer) {
        return layer instanceof Pool.Form pool ? pool.window() : ((Convolution.Form) layer).window();
    }

    /** A window with its smallest and largest possible numbers, as text in which unknown numbers are question marks. */
    private record Windows(Window least, Window most) {
        boolean isPadded() {
            return most.paddingHeight() > 0 || most.paddingWidth() > 0;
        }

        boolean isDilated() {
            return most.dilationHeight() > 1 || most.dilationWidth() > 1;
        }

        String text(ToLongFunction<Window> rows, ToLongFunction<Window> columns) {
            return text(rows) + "x" + text(columns);
        }

        private String text(ToLongFunction<Window> number) {
            long value = number.applyAsLong(least);
            return value == number.applyAsLong(most) ? Long.toString(value) : "?";
        }
    }

    private static String fix(NetworkGraph graph, Misfit.WindowTooLarge misfit) {
        List<String> fixes = new ArrayList<>();
        smallestSide(graph).ifPresent(side -> {
            int height = Math.max(graph.height(), side);
            int width = Math.max(graph.width(), side);
            fixes.add("set input = @Input(channels = " + graph.channels() + ", height = " + height + ", width = "
                    + width + "), the smallest legal size");
        });
        boolean hasKernel = misfit.node().windowOrigin().path().endsWith("kernel");
        if (hasKernel) {
            largestKernel(graph, misfit).ifPresent(fixes::add);
        }
        if (fixes.size() < 2) {
            fixes.add(
                    hasKernel
                            ? "use smaller kernels or more padding from "
                                    + misfit.node().name() + " on"
                            : "shrink the image less before " + misfit.node().name());
        }
        return String.join(", or ", fixes);
    }

    /**
     * Suggests the largest kernel with which every window fits, if there is one: windows that fit after a kernel also
     * fit after smaller ones.
     */
    private static Optional<String> largestKernel(NetworkGraph graph, Misfit.WindowTooLarge misfit) {
        Window window = window(misfit.node().layer());
        int legal = 0;
        int tooLarge = Math.max(window.kernelHeight(), window.kernelWidth());
        while (tooLarge - legal > 1) {
            int middle = legal + (tooLarge - legal) / 2;
            if (fits(graph.withLayer(misfit.node().name(), withKernel(misfit, middle)))) {
                legal = middle;
            } else {
                tooLarge = middle;
            }
        }
        int height = Math.min(window.kernelHeight(), legal);
        int width = Math.min(window.kernelWidth(), legal);
        return legal == 0
                ? Optional.empty()
                : Optional.of("set kernel = " + (height == width ? height : "{" + height + ", " + width + "}") + " in "
                        + misfit.node().name());
    }

    /** The layer with a kernel of at most the given number of rows and columns. */
    private static LayerForm withKernel(Misfit.WindowTooLarge misfit, int most) {
        Window window = window(misfit.node().layer());
        return withWindow(
                misfit.node().layer(),
                window.withKernel(Math.min(window.kernelHeight(), most), Math.min(window.kernelWidth(), most)));
    }

    private static LayerForm withWindow(LayerForm layer, Window window) {
        if (layer instanceof Pool.Form pool) {
            return new Pool.Form(pool.kind(), window, pool.isCeil());
        }
        Convolution.Form convolution = (Convolution.Form) layer;
        return new Convolution.Form(convolution.channels(), window, convolution.groups(), convolution.hasBias());
    }

    /**
     * The smallest side of square images for which every window fits: windows that fit into an image also fit into
     * larger ones.
     */
    private static Optional<Integer> smallestSide(NetworkGraph graph) {
        if (!fits(graph, LARGEST_SUGGESTION)) {
            return Optional.empty();
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
        return Optional.of(legal);
    }

    private static boolean fits(NetworkGraph graph, int side) {
        return fits(graph.withImageSize(Math.max(side, graph.height()), Math.max(side, graph.width())));
    }

    private static boolean fits(NetworkGraph graph) {
        return ShapeInference.infer(graph)
                .misfits(Misfit.WindowTooLarge.class)
                .findAny()
                .isEmpty();
    }
}
