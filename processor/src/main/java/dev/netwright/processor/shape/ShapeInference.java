package dev.netwright.processor.shape;

import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Node;
import dev.netwright.processor.network.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows one image through the graph. */
public final class ShapeInference implements Layer.Visitor<ShapeInference.Outcome> {
    private final Node node;
    private final List<Shape> inputs;
    private final Doubt doubt;
    private final ReceptiveField seen;

    private ShapeInference(Node node, List<Shape> inputs, Doubt doubt, ReceptiveField seen) {
        this.node = node;
        this.inputs = inputs;
        this.doubt = doubt;
        this.seen = seen;
    }

    /**
     * What comes of a layer.
     *
     * @param node with the smallest shapes that fit, where something doesn't
     * @param doubt what of its output is unknown
     * @param misfits why it can't read its inputs: at most one
     */
    record Outcome(ShapedNode node, Doubt doubt, List<Misfit> misfits) {}

    /** Infers every shape. Behind a layer that doesn't fit, shapes are in doubt, and nothing is reported of what is. */
    public static ShapedNetwork infer(NetworkGraph graph) {
        Map<String, ShapedNode> shaped = new LinkedHashMap<>();
        Map<String, Doubt> doubts = new HashMap<>();
        List<Misfit> misfits = new ArrayList<>();
        Shape images = Shape.image(graph.channels(), graph.height(), graph.width());
        for (Node node : graph.nodes().toList()) {
            List<Shape> inputs = new ArrayList<>();
            Doubt doubt = Doubt.NONE;
            ReceptiveField seen = ReceptiveField.PIXEL;
            for (String input : node.inputs()) {
                ShapedNode before = shaped.get(input);
                inputs.add(before == null ? images : before.output());
                seen = before == null ? seen : seen.union(before.receptiveField());
                doubt = doubt.or(doubts.getOrDefault(input, Doubt.NONE))
                        .or(graph.gaps().contains(input) ? Doubt.ALL : Doubt.NONE);
            }
            Outcome outcome = node.layer().accept(new ShapeInference(node, inputs, doubt, seen));
            shaped.put(node.name(), outcome.node());
            doubts.put(node.name(), outcome.doubt());
            misfits.addAll(outcome.misfits());
        }
        return new ShapedNetwork(graph, shaped, doubts, misfits);
    }

    @Override
    public Outcome convolution(Layer.Convolution layer) {
        Shape input = input();
        Window window = layer.window();
        if (input.isVector()) {
            Shape output = Shape.image(layer.channels(), 1, 1);
            return misfit(output, new Doubt(false, true), new Misfit.ImageExpected(node, input));
        }
        int rows = rows(window, false);
        int columns = columns(window, false);
        Shape output = Shape.image(layer.channels(), Math.max(1, rows), Math.max(1, columns));
        if ((rows == 0 || columns == 0) && !doubt.sides()) {
            return misfit(output, new Doubt(false, true), new Misfit.WindowTooLarge(node, window, input));
        }
        boolean isDivided =
                doubt.channels() || (input.channels() % layer.groups() == 0 && layer.channels() % layer.groups() == 0);
        List<ParameterShape> parameters = weightAndBias(
                List.of(
                        layer.channels(),
                        Math.max(1, input.channels() / layer.groups()),
                        window.kernelHeight(),
                        window.kernelWidth()),
                layer.hasBias());
        long multiplyAdds = SaturatingProduct.of(count(parameters), output.height(), output.width());
        return new Outcome(
                shapedNode(output, parameters, multiplyAdds, seen.after(window)),
                doubt.behind(layer),
                isDivided ? List.of() : List.of(new Misfit.GroupsDontDivide(node, layer, input)));
    }

    @Override
    public Outcome pool(Layer.Pool layer) {
        Shape input = input();
        if (input.isVector()) {
            return imageExpected();
        }
        Window window = layer.window();
        int rows = rows(window, layer.isCeil());
        int columns = columns(window, layer.isCeil());
        Shape output = Shape.image(input.channels(), Math.max(1, rows), Math.max(1, columns));
        return (rows == 0 || columns == 0) && !doubt.sides()
                ? misfit(output, new Doubt(doubt.channels(), true), new Misfit.WindowTooLarge(node, window, input))
                : shaped(output, List.of(), 0, seen.after(window));
    }

    /** What it sees of the image isn't told apart from what its input sees: it belongs to the classifier. */
    @Override
    public Outcome globalAveragePool(Layer.GlobalAveragePool layer) {
        return input().isVector() ? imageExpected() : shaped(Shape.image(input().channels(), 1, 1), List.of(), 0, seen);
    }

    /** torchinfo counts a norm's multiply-adds as its parameters. */
    @Override
    public Outcome batchNorm(Layer.BatchNorm layer) {
        List<Integer> channels = List.of(input().channels());
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
        return shaped(Shape.features(features()), List.of(), 0, seen);
    }

    @Override
    public Outcome add(Layer.Add layer) {
        require(inputs.stream().allMatch(input()::equals));
        return unchanged();
    }

    @Override
    public Outcome concat(Layer.Concat layer) {
        Shape first = input();
        require(inputs.stream()
                .allMatch(shape -> shape.height() == first.height()
                        && shape.width() == first.width()
                        && shape.isVector() == first.isVector()));
        long channels = inputs.stream().mapToLong(Shape::channels).sum();
        int joined = Math.toIntExact(Math.min(Integer.MAX_VALUE, channels));
        return shaped(new Shape(joined, first.height(), first.width(), first.isVector()), List.of(), 0, seen);
    }

    @Override
    public Outcome linear(Layer.Linear layer) {
        List<ParameterShape> parameters = weightAndBias(List.of(layer.units(), features()), layer.hasBias());
        return shaped(Shape.features(layer.units()), parameters, count(parameters), seen);
    }

    private Shape input() {
        return inputs.get(0);
    }

    private int features() {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, input().size()));
    }

    /** Branches are the expanders' own, and fit whatever a user wrote. */
    private void require(boolean fits) {
        if (!fits) {
            throw new IllegalStateException(node.name() + " can't read inputs of " + inputs);
        }
    }

    /** An image of which nothing is known stands in for what a layer of images makes of a vector. */
    private Outcome imageExpected() {
        return misfit(Shape.image(input().channels(), 1, 1), Doubt.ALL, new Misfit.ImageExpected(node, input()));
    }

    private Outcome misfit(Shape output, Doubt ofOutput, Misfit misfit) {
        return new Outcome(shapedNode(output, List.of(), 0, seen), ofOutput, List.of(misfit));
    }

    private Outcome unchanged() {
        return shaped(input(), List.of(), 0, seen);
    }

    private Outcome shaped(Shape output, List<ParameterShape> parameters, long multiplyAdds, ReceptiveField field) {
        return new Outcome(shapedNode(output, parameters, multiplyAdds, field), doubt.behind(node.layer()), List.of());
    }

    private ShapedNode shapedNode(
            Shape output, List<ParameterShape> parameters, long multiplyAdds, ReceptiveField field) {
        return new ShapedNode(node, inputs, output, parameters, multiplyAdds, field);
    }

    private int rows(Window window, boolean isCeil) {
        return side(input().height(), window.spanHeight(), window.strideHeight(), window.paddingHeight(), isCeil);
    }

    private int columns(Window window, boolean isCeil) {
        return side(input().width(), window.spanWidth(), window.strideWidth(), window.paddingWidth(), isCeil);
    }

    private static int side(int input, long span, int stride, int padding, boolean isCeil) {
        return isCeil
                ? WindowArithmetic.outputSizeRoundedUp(input, span, stride, padding)
                : WindowArithmetic.outputSize(input, span, stride, padding);
    }

    private static List<ParameterShape> weightAndBias(List<Integer> weight, boolean hasBias) {
        ParameterShape weights = new ParameterShape("weight", weight);
        return hasBias ? List.of(weights, new ParameterShape("bias", List.of(weight.get(0)))) : List.of(weights);
    }

    private static long count(List<ParameterShape> parameters) {
        return parameters.stream().mapToLong(ParameterShape::size).reduce(0, ShapedNode::saturatingSum);
    }
}
