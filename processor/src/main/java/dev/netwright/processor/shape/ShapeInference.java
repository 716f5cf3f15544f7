package dev.netwright.processor.shape;

import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Node;
import dev.netwright.processor.network.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows one image through the graph. */
public final class ShapeInference implements Layer.Visitor<ShapeInference.Outcome> {
    private final Node node;
    private final List<Shape> inputs;
    private final ReceptiveField seen;

    private ShapeInference(Node node, List<Shape> inputs, ReceptiveField seen) {
        this.node = node;
        this.inputs = inputs;
        this.seen = seen;
    }

    /** What comes of a layer: a shaped one, the reason why there is none, or both. */
    sealed interface Outcome {
        /** A layer with shapes. */
        record Shaped(ShapedNode node) implements Outcome {}

        /** A layer that can't read its inputs, so that no shape follows from it. */
        record Refused(Misfit misfit) implements Outcome {}

        /** A layer that can't be as it is, and whose output has the same shape however that is mended. */
        record Mended(ShapedNode node, Misfit misfit) implements Outcome {}
    }

    /** Infers every shape, or stops at the first layer of which none follows. */
    public static ShapedNetwork infer(NetworkGraph graph) {
        Map<String, ShapedNode> shaped = new LinkedHashMap<>();
        List<Misfit> misfits = new ArrayList<>();
        Shape images = Shape.image(graph.channels(), graph.height(), graph.width());
        for (Node node : graph.nodes().toList()) {
            List<Shape> inputs = new ArrayList<>();
            ReceptiveField seen = ReceptiveField.PIXEL;
            for (String input : node.inputs()) {
                ShapedNode before = shaped.get(input);
                inputs.add(before == null ? images : before.output());
                seen = before == null ? seen : seen.union(before.receptiveField());
            }
            Outcome outcome = node.layer().accept(new ShapeInference(node, inputs, seen));
            if (outcome instanceof Outcome.Refused refused) {
                misfits.add(refused.misfit());
                break;
            }
            if (outcome instanceof Outcome.Mended mended) {
                misfits.add(mended.misfit());
                shaped.put(node.name(), mended.node());
            } else {
                shaped.put(node.name(), ((Outcome.Shaped) outcome).node());
            }
        }
        return new ShapedNetwork(graph, shaped, misfits);
    }

    @Override
    public Outcome convolution(Layer.Convolution layer) {
        Shape input = input();
        if (input.isVector()) {
            return new Outcome.Refused(new Misfit.ImageExpected(node, input));
        }
        Window window = layer.window();
        Shape output = Shape.image(layer.channels(), rows(window, false), columns(window, false));
        if (output.size() == 0) {
            return new Outcome.Refused(new Misfit.WindowTooLarge(node, window, input));
        }
        boolean isDivided = input.channels() % layer.groups() == 0 && layer.channels() % layer.groups() == 0;
        List<ParameterShape> parameters = weightAndBias(
                List.of(
                        layer.channels(),
                        isDivided ? input.channels() / layer.groups() : 1,
                        window.kernelHeight(),
                        window.kernelWidth()),
                layer.hasBias());
        long multiplyAdds = SaturatingProduct.of(count(parameters), output.height(), output.width());
        ShapedNode shaped = shapedNode(output, parameters, multiplyAdds, seen.after(window));
        return isDivided
                ? new Outcome.Shaped(shaped)
                : new Outcome.Mended(shaped, new Misfit.GroupsDontDivide(node, layer, input));
    }

    @Override
    public Outcome pool(Layer.Pool layer) {
        Shape input = input();
        if (input.isVector()) {
            return new Outcome.Refused(new Misfit.ImageExpected(node, input));
        }
        Window window = layer.window();
        Shape output = Shape.image(input.channels(), rows(window, layer.isCeil()), columns(window, layer.isCeil()));
        return output.size() == 0
                ? new Outcome.Refused(new Misfit.WindowTooLarge(node, window, input))
                : shaped(output, List.of(), 0, seen.after(window));
    }

    /** What it sees of the image isn't told apart from what its input sees: it belongs to the classifier. */
    @Override
    public Outcome globalAveragePool(Layer.GlobalAveragePool layer) {
        return input().isVector()
                ? new Outcome.Refused(new Misfit.ImageExpected(node, input()))
                : shaped(Shape.image(input().channels(), 1, 1), List.of(), 0, seen);
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
        return input().isVector() ? new Outcome.Refused(new Misfit.ImageExpected(node, input())) : unchanged();
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

    private Outcome unchanged() {
        return shaped(input(), List.of(), 0, seen);
    }

    private Outcome shaped(Shape output, List<ParameterShape> parameters, long multiplyAdds, ReceptiveField field) {
        return new Outcome.Shaped(shapedNode(output, parameters, multiplyAdds, field));
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
