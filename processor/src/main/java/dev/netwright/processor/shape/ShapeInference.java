package dev.netwright.processor.shape;

import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Node;
import dev.netwright.processor.network.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows one image through the graph. */
public final class ShapeInference implements Layer.Visitor<Optional<ShapedNode>> {
    private final Node node;
    private final Shape input;
    private final ReceptiveField seen;

    private ShapeInference(Node node, Shape input, ReceptiveField seen) {
        this.node = node;
        this.input = input;
        this.seen = seen;
    }

    /** Infers every shape, or stops at the first layer that doesn't fit its input. */
    public static ShapedNetwork infer(NetworkGraph graph) {
        Map<String, ShapedNode> shaped = new LinkedHashMap<>();
        Shape images = Shape.image(graph.channels(), graph.height(), graph.width());
        for (Node node : graph.nodes().toList()) {
            ShapedNode before = shaped.get(node.input());
            Shape input = before == null ? images : before.output();
            ReceptiveField seen = before == null ? ReceptiveField.PIXEL : before.receptiveField();
            Optional<ShapedNode> after = node.layer().accept(new ShapeInference(node, input, seen));
            if (after.isEmpty()) {
                return new ShapedNetwork(graph, shaped, new Misfit(node, windowOf(node.layer()), input));
            }
            shaped.put(node.name(), after.get());
        }
        return new ShapedNetwork(graph, shaped, null);
    }

    @Override
    public Optional<ShapedNode> convolution(Layer.Convolution layer) {
        Window window = layer.window();
        List<Integer> weight = List.of(layer.channels(), input.channels(), window.kernelHeight(), window.kernelWidth());
        List<ParameterShape> parameters =
                List.of(new ParameterShape("weight", weight), new ParameterShape("bias", List.of(layer.channels())));
        return slide(window, layer.channels()).map(output -> {
            long values = parameters.stream().mapToLong(ParameterShape::size).reduce(0, ShapedNode::saturatingSum);
            long multiplyAdds = SaturatingProduct.of(values, output.height(), output.width());
            return new ShapedNode(node, input, output, parameters, multiplyAdds, seen.after(window));
        });
    }

    @Override
    public Optional<ShapedNode> pool(Layer.Pool layer) {
        return slide(layer.window(), input.channels())
                .map(output -> new ShapedNode(node, input, output, List.of(), 0, seen.after(layer.window())));
    }

    @Override
    public Optional<ShapedNode> localResponseNorm(Layer.LocalResponseNorm layer) {
        return unchanged();
    }

    @Override
    public Optional<ShapedNode> activation(Layer.Activation layer) {
        return unchanged();
    }

    @Override
    public Optional<ShapedNode> dropout(Layer.Dropout layer) {
        return unchanged();
    }

    @Override
    public Optional<ShapedNode> linear(Layer.Linear layer) {
        int features = Math.toIntExact(Math.min(Integer.MAX_VALUE, input.size()));
        List<ParameterShape> parameters = List.of(
                new ParameterShape("weight", List.of(layer.units(), features)),
                new ParameterShape("bias", List.of(layer.units())));
        long values = parameters.stream().mapToLong(ParameterShape::size).reduce(0, ShapedNode::saturatingSum);
        return Optional.of(new ShapedNode(node, input, Shape.features(layer.units()), parameters, values, seen));
    }

    private Optional<ShapedNode> unchanged() {
        return Optional.of(new ShapedNode(node, input, input, List.of(), 0, seen));
    }

    private Optional<Shape> slide(Window window, int channels) {
        int height = WindowArithmetic.outputSize(
                input.height(), window.kernelHeight(), window.strideHeight(), window.paddingHeight());
        int width = WindowArithmetic.outputSize(
                input.width(), window.kernelWidth(), window.strideWidth(), window.paddingWidth());
        return height == 0 || width == 0 ? Optional.empty() : Optional.of(Shape.image(channels, height, width));
    }

    private static Window windowOf(Layer layer) {
        if (layer instanceof Layer.Convolution convolution) {
            return convolution.window();
        }
        if (layer instanceof Layer.Pool pool) {
            return pool.window();
        }
        throw new IllegalArgumentException("only windows can fail to fit, not " + layer);
    }
}
