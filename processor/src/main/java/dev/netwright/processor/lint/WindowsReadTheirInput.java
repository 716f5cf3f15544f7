package dev.netwright.processor.lint;

import dev.netwright.operation.Convolution;
import dev.netwright.operation.Pool;
import dev.netwright.operation.Window;
import dev.netwright.processor.diagnostics.Advice;
import dev.netwright.processor.diagnostics.Lint;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import dev.netwright.processor.shape.ShapedNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** The last windows of convolutions and pools end at the edge of their input, or in its padding. */
final class WindowsReadTheirInput implements LintRule {
    /**
     * Sizes that fit all windows repeat at a period that depends on the strides; this many sizes are tried on both
     * sides.
     */
    private static final int FARTHEST = 64;

    @Override
    public Lint lint() {
        return Lint.FLATTEN_SIZE;
    }

    @Override
    public List<Advice> check(PlannedSpec spec) {
        List<ShapedNode> wasteful = wasteful(spec.network());
        return wasteful.isEmpty() ? List.of() : List.of(advice(spec.network(), wasteful));
    }

    private Advice advice(ShapedNetwork network, List<ShapedNode> wasteful) {
        ShapedNode first = wasteful.get(0);
        String others = wasteful.size() == 1
                ? ""
                : "; " + wasteful.get(1).node().name()
                        + (wasteful.size() == 2 ? "" : " and " + (wasteful.size() - 2) + " more")
                        + (wasteful.size() == 2 ? " leaves" : " leave")
                        + " some unread as well";
        return new Advice(
                lint(),
                first.node().windowOrigin(),
                first.node().name() + " leaves the last " + unread(first) + " of " + first.input() + " unread" + others,
                network.trail(first.node().name()),
                fix(network.graph()));
    }

    private static String unread(ShapedNode node) {
        long rows = unreadRows(node);
        long columns = unreadColumns(node);
        String rowText = rows == 1 ? "row" : rows + " rows";
        String columnText = columns == 1 ? "column" : columns + " columns";
        return columns == 0 ? rowText : rows == 0 ? columnText : rowText + " and " + columnText;
    }

    private static String fix(NetworkGraph graph) {
        String otherwise = "pad more, or use other kernels or strides";
        OptionalInt height = nearest(
                graph.height(), rows -> graph.withImageSize(rows, graph.width()), WindowsReadTheirInput::unreadRows);
        OptionalInt width = nearest(
                graph.width(),
                columns -> graph.withImageSize(graph.height(), columns),
                WindowsReadTheirInput::unreadColumns);
        return height.isEmpty() || width.isEmpty()
                ? otherwise
                : "use images of " + height.getAsInt() + "x" + width.getAsInt()
                        + ", the nearest size that every window fits, or " + otherwise;
    }

    /** The side itself or the nearest one that is read completely; of two equally near ones the larger. */
    private static OptionalInt nearest(int side, IntFunction<NetworkGraph> resized, ToLongFunction<ShapedNode> unread) {
        return IntStream.rangeClosed(0, FARTHEST)
                .flatMap(distance -> IntStream.of(side + distance, side - distance))
                .filter(candidate -> candidate > 0)
                .filter(candidate -> {
                    ShapedNetwork other = ShapeInference.infer(resized.apply(candidate));
                    return other.misfit().isEmpty()
                            && other.nodes().values().stream().allMatch(node -> unread.applyAsLong(node) == 0);
                })
                .findFirst();
    }

    private static List<ShapedNode> wasteful(ShapedNetwork network) {
        return network.nodes().values().stream()
                .filter(node -> unreadRows(node) > 0 || unreadColumns(node) > 0)
                .toList();
    }

    private static long unreadRows(ShapedNode node) {
        return window(node)
                .map(window -> unread(
                        node.input().height(),
                        node.output().height(),
                        window.spanHeight(),
                        window.strideHeight(),
                        window.paddingHeight()))
                .orElse(0L);
    }

    private static long unreadColumns(ShapedNode node) {
        return window(node)
                .map(window -> unread(
                        node.input().width(),
                        node.output().width(),
                        window.spanWidth(),
                        window.strideWidth(),
                        window.paddingWidth()))
                .orElse(0L);
    }

    /**
     * A stride longer than the window skips pixels on purpose, as in the 1x1 convolution of a residual block's
     * shortcut.
     */
    private static long unread(int input, int output, long span, int stride, int padding) {
        long end = (output - 1L) * stride + span - padding;
        return stride > span ? 0 : Math.max(0, input - end);
    }

    private static Optional<Window> window(ShapedNode node) {
        if (node.node().layer() instanceof Convolution.Form convolution) {
            return Optional.of(convolution.window());
        }
        return node.node().layer() instanceof Pool.Form pool ? Optional.of(pool.window()) : Optional.empty();
    }
}
