package dev.netwright.processor.shape;

import dev.netwright.operation.ReceptiveField;
import dev.netwright.operation.Saturating;
import dev.netwright.operation.Window;
import dev.netwright.operation.WindowArithmetic;
import dev.netwright.processor.declaration.Interval;
import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows one image through the graph. Numbers that came from a fault are intervals, and what is computed of them is one, too: a
 * layer is a misfit if it is one with each of them.
 */
public final class ShapeInference implements Layer.Visitor<ShapeInference.Outcome> {
    private final Node node;
    private final List<ShapeBounds> inputs;
    private final ReceptiveField seen;

    private ShapeInference(Node node, List<ShapeBounds> inputs, ReceptiveField seen) {
        this.node = node;
        this.inputs = inputs;
        this.seen = seen;
    }

    /**
     * What comes of a layer.
     *
     * @param node with the smallest shapes that it may have
     * @param output what the layers behind it know of its output
     * @param misfits what is wrong with it
     */
    record Outcome(ShapedNode node, ShapeBounds output, List<Misfit> misfits) {}

    /** Infers every shape. What a layer gives that doesn't fit is tainted, and nothing is reported that may follow from it. */
    public static ShapedNetwork infer(NetworkGraph graph) {
        Map<String, ShapedNode> shaped = new LinkedHashMap<>();
        Map<String, ShapeBounds> outputs = new HashMap<>();
        List<Misfit> misfits = new ArrayList<>();
        ShapeBounds images = ShapeBounds.of(graph.input());
        outputs.put(NetworkGraph.IMAGES, isTooLarge(images.least().size()) ? images.orLess() : images);
        for (Node node : graph.nodes().toList()) {
            ReceptiveField seen = ReceptiveField.PIXEL;
            for (String input : node.inputs()) {
                ShapedNode before = shaped.get(input);
                seen = before == null ? seen : seen.union(before.receptiveField());
            }
            List<ShapeBounds> inputs = node.inputs().stream()
                    .map(input -> ShapedNetwork.read(graph, outputs, input))
                    .toList();
            Outcome outcome = node.layer().accept(new ShapeInference(node, inputs, seen));
            shaped.put(node.name(), outcome.node());
            outputs.put(node.name(), outcome.output());
            misfits.addAll(outcome.misfits());
        }
        return new ShapedNetwork(graph, shaped, outputs, misfits);
    }

    /** Whether an array can't hold so many values. */
    private static boolean isTooLarge(long size) {
        return size > Integer.MAX_VALUE;
    }

    /** Its window, its groups and its size are checked one by one: each with what a fault of the others leaves known. */
    @Override
    public Outcome convolution(Layer.Convolution layer) {
        Layer.Convolution most = (Layer.Convolution) node.most();
        Interval channels = new Interval(layer.channels(), most.channels());
        Interval read = input().isVector() ? Interval.POSITIVE : input().channels();
        Optional<ShapeBounds> slid = slid(channels, layer.window(), most.window(), false, false);
        ShapeBounds output = slid.orElse(ShapeBounds.image(channels));
        List<Misfit> misfits = new ArrayList<>();
        if (slid.isEmpty()) {
            misfits.add(
                    input().isVector()
                            ? new Misfit.ImageExpected(node, input())
                            : new Misfit.WindowTooLarge(node, input()));
        }
        ShapedNode shaped = convolved(layer, read.least() / most.groups(), output.least(), slid.isEmpty());
        boolean isTooLarge = isTooLarge(shaped.output().size());
        boolean isDivided = layer.groups() != most.groups()
                || (read.hasMultipleOf(layer.groups())
                        && (isTooLarge ? channels.orLess() : channels).hasMultipleOf(layer.groups()));
        if (!isDivided) {
            misfits.add(new Misfit.GroupsDontDivide(node, layer, input(), output));
        }
        // How many parameters there are depends on the groups.
        if (isTooLarge || (isDivided && isTooLarge(shaped.parameterCount()))) {
            misfits.add(new Misfit.TooLarge(node, output, isTooLarge));
            output = isTooLarge || slid.isEmpty() ? output.orLess() : ofSmallerKernel(layer, most, channels);
        }
        return new Outcome(shaped, output, misfits);
    }

    /** What is known if a smaller kernel may make up for too many parameters: it gives a larger image. */
    private ShapeBounds ofSmallerKernel(Layer.Convolution least, Layer.Convolution most, Interval channels) {
        return slid(channels, least.window().withKernel(1, 1), most.window().withKernel(1, 1), false, false)
                .orElseThrow()
                .orLess();
    }

    /** A convolution of the least numbers; of a window that doesn't fit no more than a pixel is known. */
    private ShapedNode convolved(Layer.Convolution layer, int inputChannels, Shape output, boolean isUnfit) {
        Window window = isUnfit ? layer.window().withKernel(1, 1) : layer.window();
        List<ParameterShape> parameters = weightAndBias(
                List.of(layer.channels(), Math.max(1, inputChannels), window.kernelHeight(), window.kernelWidth()),
                layer.hasBias());
        long multiplyAdds = Saturating.product(count(parameters), output.height(), output.width());
        return shapedNode(output, parameters, multiplyAdds, seen.after(window));
    }

    @Override
    public Outcome pool(Layer.Pool layer) {
        Layer.Pool most = (Layer.Pool) node.most();
        if (input().isVector()) {
            return imageExpected();
        }
        Optional<ShapeBounds> output =
                slid(input().channels(), layer.window(), most.window(), layer.isCeil(), most.isCeil());
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
                    shapedNode(known.least(), List.of(), 0, seen.after(window)),
                    ShapeBounds.image(
                            known.channels(),
                            known.rows().orLess(),
                            known.columns().orLess()),
                    List.of(new Misfit.PaddingTooLarge(node, output.get())));
        }
        return shaped(known, List.of(), 0, seen.after(window));
    }

    /** With padding of at most half a kernel there is at most a window at every stride from one edge of the input to the other. */
    private static Interval halfPadded(Interval output, Interval input, int stride, boolean isCeil) {
        int most = Interval.between(0, (input.most() + (isCeil ? stride - 1L : 0)) / stride + 1)
                .most();
        return new Interval(Math.min(output.least(), most), Math.min(output.most(), most));
    }

    private static boolean isPaddedTooFar(Window least, Window most) {
        return least.paddingHeight() > most.kernelHeight() / 2 || least.paddingWidth() > most.kernelWidth() / 2;
    }

    /** What it sees of the image isn't told apart from what its input sees: it belongs to the classifier. */
    @Override
    public Outcome globalAveragePool(Layer.GlobalAveragePool layer) {
        Interval pixel = Interval.of(1);
        return input().isVector()
                ? imageExpected()
                : shaped(ShapeBounds.image(input().channels(), pixel, pixel), List.of(), 0, seen);
    }

    /** torchinfo counts a norm's multiply-adds as its parameters. */
    @Override
    public Outcome batchNorm(Layer.BatchNorm layer) {
        List<Integer> channels = List.of(input().channels().least());
        List<ParameterShape> parameters =
                List.of(new ParameterShape("weight", channels), new ParameterShape("bias", channels));
        return shaped(input(), parameters, count(parameters), seen);
    }

    @Override
    public Outcome localResponseNorm(Layer.LocalResponseNorm layer) {
        return input().isVector() ? imageExpected() : unchanged();
    }

    @Override
    public Outcome activation(Layer.Activation layer) {
        return unchanged();
    }

    @Override
    public Outcome dropout(Layer.Dropout layer) {
        return unchanged();
    }

    @Override
    public Outcome flatten(Layer.Flatten layer) {
        return shaped(ShapeBounds.vector(input().features()), List.of(), 0, seen);
    }

    /** Which of two tainted inputs knows more isn't looked at. */
    @Override
    public Outcome add(Layer.Add layer) {
        require(inputs.stream().allMatch(input()::equals));
        return unchanged();
    }

    @Override
    public Outcome concat(Layer.Concat layer) {
        ShapeBounds first = input();
        require(inputs.stream()
                .allMatch(shape -> shape.rows().equals(first.rows())
                        && shape.columns().equals(first.columns())
                        && shape.isVector() == first.isVector()));
        Interval channels = inputs.stream().map(ShapeBounds::channels).reduce(Interval.of(0), Interval::plus);
        return shaped(new ShapeBounds(channels, first.rows(), first.columns(), first.isVector()), List.of(), 0, seen);
    }

    @Override
    public Outcome linear(Layer.Linear layer) {
        Interval units = new Interval(layer.units(), ((Layer.Linear) node.most()).units());
        List<ParameterShape> parameters =
                weightAndBias(List.of(layer.units(), input().features().least()), layer.hasBias());
        return shaped(ShapeBounds.vector(units), parameters, count(parameters), seen);
    }

    private ShapeBounds input() {
        return inputs.get(0);
    }

    /** Branches are the expanders' own, and fit whatever a user wrote. */
    private void require(boolean fits) {
        if (!fits && inputs.stream().allMatch(ShapeBounds::isExact)) {
            throw new IllegalStateException(node.name() + " can't read inputs of " + inputs);
        }
    }

    /** An image of which nothing is known stands in for what a layer of images makes of a vector. */
    private Outcome imageExpected() {
        return unreadable(ShapeBounds.image(Interval.POSITIVE), new Misfit.ImageExpected(node, input()));
    }

    private Outcome unreadable(ShapeBounds output, Misfit misfit) {
        return new Outcome(shapedNode(output.least(), List.of(), 0, seen), output, List.of(misfit));
    }

    private Outcome unchanged() {
        return shaped(input(), List.of(), 0, seen);
    }

    private Outcome shaped(
            ShapeBounds output, List<ParameterShape> parameters, long multiplyAdds, ReceptiveField field) {
        return fitted(shapedNode(output.least(), parameters, multiplyAdds, field), output, output.orLess());
    }

    /** The layer if it fits into arrays, and else with what is known behind it. */
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
                node, inputs.stream().map(ShapeBounds::least).toList(), output, parameters, multiplyAdds, field);
    }

    /** What a window makes of the input; nothing if that is a vector or has no room for it, whatever the tainted numbers are. */
    private Optional<ShapeBounds> slid(
            Interval channels, Window least, Window most, boolean isCeil, boolean isMostCeil) {
        if (input().isVector()) {
            return Optional.empty();
        }
        Optional<Interval> rows =
                slid(input().rows(), Slide.ofRows(least, most, isCeil), Slide.ofRows(most, least, isMostCeil));
        Optional<Interval> columns =
                slid(input().columns(), Slide.ofColumns(least, most, isCeil), Slide.ofColumns(most, least, isMostCeil));
        return rows.isEmpty() || columns.isEmpty()
                ? Optional.empty()
                : Optional.of(ShapeBounds.image(channels, rows.get(), columns.get()));
    }

    private static Optional<Interval> slid(Interval side, Slide least, Slide most) {
        int largest = most.outputSize(side.most());
        return largest == 0
                ? Optional.empty()
                : Optional.of(new Interval(Math.max(1, Math.min(largest, least.outputSize(side.least()))), largest));
    }

    /** What of a window decides the size of one side: the output is the larger, the smaller span and stride and the larger padding are. */
    private record Slide(long span, int stride, int padding, boolean isCeil) {
        /** With the padding of one window, and span and stride of another. */
        static Slide ofRows(Window padded, Window spanned, boolean isCeil) {
            return new Slide(spanned.spanHeight(), spanned.strideHeight(), padded.paddingHeight(), isCeil);
        }

        static Slide ofColumns(Window padded, Window spanned, boolean isCeil) {
            return new Slide(spanned.spanWidth(), spanned.strideWidth(), padded.paddingWidth(), isCeil);
        }

        int outputSize(int input) {
            return isCeil
                    ? WindowArithmetic.outputSizeRoundedUp(input, span, stride, padding)
                    : WindowArithmetic.outputSize(input, span, stride, padding);
        }
    }

    private static List<ParameterShape> weightAndBias(List<Integer> weight, boolean hasBias) {
        ParameterShape weights = new ParameterShape("weight", weight);
        return hasBias ? List.of(weights, new ParameterShape("bias", List.of(weight.get(0)))) : List.of(weights);
    }

    private static long count(List<ParameterShape> parameters) {
        return parameters.stream().mapToLong(ParameterShape::size).reduce(0, Saturating::sum);
    }
}
