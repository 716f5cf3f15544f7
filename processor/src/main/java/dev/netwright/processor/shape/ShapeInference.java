package dev.netwright.processor.shape;

import dev.netwright.operation.Add;
import dev.netwright.operation.ChannelSplit;
import dev.netwright.operation.Concat;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.Interval;
import dev.netwright.operation.LayerForm;
import dev.netwright.operation.Multiply;
import dev.netwright.operation.ParameterShape;
import dev.netwright.operation.Pool;
import dev.netwright.operation.ReceptiveField;
import dev.netwright.operation.Saturating;
import dev.netwright.operation.ShapeBounds;
import dev.netwright.operation.TransposedConvolution;
import dev.netwright.operation.Window;
import dev.netwright.operation.WindowBounds;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Follows one image through the graph. Tainted numbers are intervals, and so are the numbers computed from them: a
 * layer is a misfit only if it is one for every number in the interval.
 */
public final class ShapeInference {
    private final Node node;
    private final List<ShapeBounds> inputs;
    private final ReceptiveField seen;

    private ShapeInference(Node node, List<ShapeBounds> inputs, ReceptiveField seen) {
        this.node = node;
        this.inputs = inputs;
        this.seen = seen;
    }

    /**
     * The result for a layer.
     *
     * @param node with the smallest possible shapes
     * @param output its output as the layers after it know it
     * @param misfits its faults
     */
    record Outcome(ShapedNode node, ShapeBounds output, List<Misfit> misfits) {
        Outcome with(Misfit misfit) {
            return new Outcome(
                    node,
                    output,
                    Stream.concat(misfits.stream(), Stream.of(misfit)).toList());
        }
    }

    /**
     * Infers every shape. The output of a layer that doesn't fit is tainted, and nothing that may follow from it is
     * reported.
     */
    public static ShapedNetwork infer(NetworkGraph graph) {
        Map<String, ShapedNode> shaped = new LinkedHashMap<>();
        Map<String, ShapeBounds> outputs = new HashMap<>();
        List<Misfit> misfits = new ArrayList<>();
        ShapeBounds images = graph.input().bounds();
        outputs.put(NetworkGraph.IMAGES, isTooLarge(Shape.least(images).size()) ? images.orLess() : images);
        for (Node node : graph.nodes().toList()) {
            ReceptiveField seen = ReceptiveField.PIXEL;
            for (String input : node.inputs()) {
                ShapedNode before = shaped.get(input);
                seen = before == null ? seen : seen.union(before.receptiveField());
            }
            List<ShapeBounds> inputs = node.inputs().stream()
                    .map(input -> ShapedNetwork.read(graph, outputs, input))
                    .toList();
            Outcome outcome = new ShapeInference(node, inputs, seen).outcome();
            shaped.put(node.name(), outcome.node());
            outputs.put(node.name(), outcome.output());
            misfits.addAll(outcome.misfits());
        }
        return new ShapedNetwork(graph, shaped, outputs, misfits);
    }

    /** Whether these are too many values for an array. */
    private static boolean isTooLarge(long size) {
        return size > Integer.MAX_VALUE;
    }

    private Outcome outcome() {
        LayerForm layer = node.layer();
        if (layer instanceof Convolution.Form convolution) {
            return convolution(convolution);
        }
        if (layer instanceof Pool.Form pool) {
            return pool(pool);
        }
        if (layer instanceof TransposedConvolution.Form transposed) {
            return transposed(transposed);
        }
        if (layer instanceof Add.Form) {
            return sum();
        }
        if (layer instanceof ChannelSplit.Form split) {
            return part(split);
        }
        if (layer instanceof Multiply.Form) {
            return product();
        }
        return layer instanceof Concat.Form ? concatenation() : plain(layer);
    }

    /**
     * A layer with one input that its form describes completely: its multiply-adds equal its parameters, as torchinfo
     * counts those of a norm.
     */
    private Outcome plain(LayerForm layer) {
        if (layer.readsImages() && input().isVector()) {
            return imageExpected();
        }
        List<ParameterShape> parameters = layer.parameters(input());
        return divided(
                layer,
                shaped(
                        layer.output(node.most(), input()),
                        parameters,
                        count(parameters),
                        layer.receptiveField(input(), seen)));
    }

    /** The outcome of a layer whose groups must divide its channels. */
    private Outcome divided(LayerForm layer, Outcome outcome) {
        boolean isDivided = layer.groups() != node.most().groups()
                || (input().channels().hasMultipleOf(layer.groups())
                        && outcome.output().channels().hasMultipleOf(layer.groups()));
        return isDivided ? outcome : outcome.with(new Misfit.GroupsDontDivide(node, input(), outcome.output()));
    }

    /** Checks its window, its groups and its size one by one, each with the bounds that faults of the others leave. */
    private Outcome convolution(Convolution.Form layer) {
        Convolution.Form most = (Convolution.Form) node.most();
        Interval channels = new Interval(layer.channels(), most.channels());
        Interval read = input().isVector() ? Interval.POSITIVE : input().channels();
        Optional<ShapeBounds> slid = WindowBounds.slid(input(), channels, layer.window(), most.window(), false, false);
        ShapeBounds output = slid.orElse(ShapeBounds.image(channels));
        List<Misfit> misfits = new ArrayList<>();
        if (slid.isEmpty()) {
            misfits.add(
                    input().isVector()
                            ? new Misfit.ImageExpected(node, input())
                            : new Misfit.WindowTooLarge(node, input()));
        }
        ShapedNode shaped = convolved(layer, read.least() / most.groups(), Shape.least(output), slid.isEmpty());
        boolean isTooLarge = isTooLarge(shaped.output().size());
        boolean isDivided = layer.groups() != most.groups()
                || (read.hasMultipleOf(layer.groups())
                        && (isTooLarge ? channels.orLess() : channels).hasMultipleOf(layer.groups()));
        if (!isDivided) {
            misfits.add(new Misfit.GroupsDontDivide(node, input(), output));
        }
        // The number of parameters depends on the groups.
        if (isTooLarge || (isDivided && isTooLarge(shaped.parameterCount()))) {
            misfits.add(new Misfit.TooLarge(node, output, isTooLarge));
            output = isTooLarge || slid.isEmpty() ? output.orLess() : ofSmallerKernel(layer, most, channels);
        }
        return new Outcome(shaped, output, misfits);
    }

    /** The bounds if a smaller kernel may fix too many parameters: its output is larger. */
    private ShapeBounds ofSmallerKernel(Convolution.Form least, Convolution.Form most, Interval channels) {
        return WindowBounds.slid(
                        input(),
                        channels,
                        least.window().withKernel(1, 1),
                        most.window().withKernel(1, 1),
                        false,
                        false)
                .orElseThrow()
                .orLess();
    }

    /** A convolution with the least numbers; if its window doesn't fit, the output is a single pixel. */
    private ShapedNode convolved(Convolution.Form layer, int inputChannels, Shape output, boolean isUnfit) {
        Window window = isUnfit ? layer.window().withKernel(1, 1) : layer.window();
        List<ParameterShape> parameters = ParameterShape.weightAndBias(
                List.of(layer.channels(), Math.max(1, inputChannels), window.kernelHeight(), window.kernelWidth()),
                layer.hasBias());
        long multiplyAdds = Saturating.product(count(parameters), output.height(), output.width());
        return shapedNode(output, parameters, multiplyAdds, seen.after(window));
    }

    private Outcome transposed(TransposedConvolution.Form layer) {
        TransposedConvolution.Form most = (TransposedConvolution.Form) node.most();
        if (input().isVector()) {
            return imageExpected();
        }
        Optional<ShapeBounds> output = layer.grown(most, input());
        if (output.isEmpty()) {
            return unreadable(layer.output(most, input()), new Misfit.NothingLeft(node, input()));
        }
        Window window = layer.window();
        List<ParameterShape> parameters = new ArrayList<>(List.of(new ParameterShape(
                "weight",
                List.of(
                        input().channels().least(),
                        Math.max(1, layer.channels() / most.groups()),
                        window.kernelHeight(),
                        window.kernelWidth()))));
        if (layer.hasBias()) {
            parameters.add(new ParameterShape("bias", List.of(layer.channels())));
        }
        long multiplyAdds = Saturating.product(
                count(parameters),
                output.get().rows().least(),
                output.get().columns().least());
        return divided(layer, shaped(output.get(), parameters, multiplyAdds, layer.receptiveField(input(), seen)));
    }

    private Outcome pool(Pool.Form layer) {
        Pool.Form most = (Pool.Form) node.most();
        if (input().isVector()) {
            return imageExpected();
        }
        Optional<ShapeBounds> output = WindowBounds.slid(
                input(), input().channels(), layer.window(), most.window(), layer.isCeil(), most.isCeil());
        if (output.isEmpty()) {
            return unreadable(ShapeBounds.image(input().channels()), new Misfit.WindowTooLarge(node, input()));
        }
        Window window = layer.window();
        ShapeBounds known = ShapeBounds.image(
                input().channels(),
                halfPadded(output.get().rows(), input().rows(), window.strideHeight(), most.isCeil()),
                halfPadded(output.get().columns(), input().columns(), window.strideWidth(), most.isCeil()));
        if (isPaddedTooFar(window, most.window())) {
            return new Outcome(
                    shapedNode(Shape.least(known), List.of(), 0, seen.after(window)),
                    ShapeBounds.image(
                            known.channels(),
                            known.rows().orLess(),
                            known.columns().orLess()),
                    List.of(new Misfit.PaddingTooLarge(node, output.get())));
        }
        return shaped(known, List.of(), 0, seen.after(window));
    }

    /**
     * With padding of at most half a kernel, there is at most one window per stride from one edge of the input to the
     * other.
     */
    private static Interval halfPadded(Interval output, Interval input, int stride, boolean isCeil) {
        int most = Interval.between(0, (input.most() + (isCeil ? stride - 1L : 0)) / stride + 1)
                .most();
        return new Interval(Math.min(output.least(), most), Math.min(output.most(), most));
    }

    private static boolean isPaddedTooFar(Window least, Window most) {
        return least.paddingHeight() > most.kernelHeight() / 2 || least.paddingWidth() > most.kernelWidth() / 2;
    }

    /** Keeps the first input's bounds, even if the others' are tighter. */
    private Outcome sum() {
        boolean isApart = inputs.stream()
                .anyMatch(shape -> areSidesApart(shape) || shape.channels().isApartFrom(input().channels()));
        return isApart ? inputsDiffer(Interval.POSITIVE) : shaped(input(), List.of(), 0, seen);
    }

    /** A number of parts that divides the channels may leave any number of them. */
    private Outcome part(ChannelSplit.Form split) {
        if (input().isVector()) {
            return imageExpected();
        }
        ShapeBounds output = split.output(node.most(), input());
        boolean isDivided = split.parts() != ((ChannelSplit.Form) node.most()).parts()
                || input().channels().hasMultipleOf(split.parts());
        if (isDivided) {
            return shaped(output, List.of(), 0, seen);
        }
        ShapeBounds known = ShapeBounds.image(Interval.POSITIVE, output.rows(), output.columns());
        return new Outcome(
                shapedNode(Shape.least(output), List.of(), 0, seen),
                known,
                List.of(new Misfit.PartsDontDivide(node, input(), output)));
    }

    /** A factor after the first may have one pixel, whose values gate the first's channels. */
    private Outcome product() {
        boolean isApart = inputs.stream()
                .anyMatch(factor -> factor.channels().isApartFrom(input().channels())
                        || (areSidesApart(factor) && !mayBeGate(factor)));
        return isApart ? inputsDiffer(Interval.POSITIVE) : shaped(input(), List.of(), 0, seen);
    }

    private static boolean mayBeGate(ShapeBounds factor) {
        Interval one = Interval.of(1);
        return !factor.rows().isApartFrom(one) && !factor.columns().isApartFrom(one);
    }

    private Outcome concatenation() {
        ShapeBounds output = node.layer().output(node.most(), inputs);
        return inputs.stream().anyMatch(this::areSidesApart)
                ? inputsDiffer(output.channels())
                : shaped(output, List.of(), 0, seen);
    }

    /** Whether rows or columns differ from the first input's, whatever the tainted numbers are. */
    private boolean areSidesApart(ShapeBounds shape) {
        return shape.isVector() != input().isVector()
                || shape.rows().isApartFrom(input().rows())
                || shape.columns().isApartFrom(input().columns());
    }

    /** After inputs that don't fit, only what all of them have in common is known. */
    private Outcome inputsDiffer(Interval channels) {
        boolean isVector = inputs.stream().allMatch(ShapeBounds::isVector);
        return unreadable(
                isVector ? ShapeBounds.vector(channels) : ShapeBounds.image(channels),
                new Misfit.InputsDiffer(node, inputs));
    }

    private ShapeBounds input() {
        return inputs.get(0);
    }

    /** An unknown image replaces the output of a layer of images that reads a vector. */
    private Outcome imageExpected() {
        return unreadable(ShapeBounds.image(Interval.POSITIVE), new Misfit.ImageExpected(node, input()));
    }

    private Outcome unreadable(ShapeBounds output, Misfit misfit) {
        return new Outcome(shapedNode(Shape.least(output), List.of(), 0, seen), output, List.of(misfit));
    }

    private Outcome shaped(
            ShapeBounds output, List<ParameterShape> parameters, long multiplyAdds, ReceptiveField field) {
        return fitted(shapedNode(Shape.least(output), parameters, multiplyAdds, field), output, output.orLess());
    }

    /** The layer if it fits into arrays, or else with the bounds after it. */
    private Outcome fitted(ShapedNode shaped, ShapeBounds output, ShapeBounds otherwise) {
        if (isTooLarge(shaped.output().size())) {
            return new Outcome(shaped, output.orLess(), List.of(new Misfit.TooLarge(node, output, true)));
        }
        return isTooLarge(shaped.parameterCount())
                ? new Outcome(shaped, otherwise, List.of(new Misfit.TooLarge(node, output, false)))
                : new Outcome(shaped, output, List.of());
    }

    private ShapedNode shapedNode(
            Shape output, List<ParameterShape> parameters, long multiplyAdds, ReceptiveField field) {
        return new ShapedNode(
                node, inputs.stream().map(Shape::least).toList(), output, parameters, multiplyAdds, field);
    }

    private static long count(List<ParameterShape> parameters) {
        return parameters.stream().mapToLong(ParameterShape::size).reduce(0, Saturating::sum);
    }
}
