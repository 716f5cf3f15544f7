package dev.netwright.runtime.onnx;

import dev.netwright.operation.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.AdaptiveAveragePool;
import dev.netwright.operation.Add;
import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.ChannelSplit;
import dev.netwright.operation.Concat;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.ConvolutionNorm;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.GroupNorm;
import dev.netwright.operation.LayerNorm;
import dev.netwright.operation.LayerScale;
import dev.netwright.operation.Linear;
import dev.netwright.operation.Multiply;
import dev.netwright.operation.OnnxNode;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Pool;
import dev.netwright.operation.Program;
import dev.netwright.operation.Resampling;
import dev.netwright.operation.Shape;
import dev.netwright.operation.StochasticDepth;
import dev.netwright.operation.TransposedConvolution;
import dev.netwright.operation.Upsample;
import dev.netwright.operation.Value;
import dev.netwright.operation.Window;
import dev.netwright.runtime.internal.protobuf.Message;
import dev.netwright.runtime.kernel.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes an inference program as ONNX nodes, in computing order. Nodes are named after layers. */
final class GraphWriter implements Operation.PartialVisitor<Void> {
    private static final String LOGITS = "logits";

    private final ExportedNetwork network;
    private final OnnxNorms norms;
    private final GraphNodes nodes = new GraphNodes();
    private final Map<Value, GraphValue> values = new HashMap<>();

    GraphWriter(ExportedNetwork network, OnnxNorms norms) {
        this.network = network;
        this.norms = norms;
    }

    /** The graph of an inference program. An output with one value per channel has two dimensions, any other four. */
    Message graph(Program program) {
        Shape images = program.images().shape();
        nodes.input(Value.IMAGES, images.channels(), images.height(), images.width());
        values.put(program.images(), new GraphValue(images, Value.IMAGES, false));
        program.operations().forEach(operation -> operation.accept(this));
        GraphValue result = value(program.output());
        Shape shape = result.shape();
        if (shape.height() == 1 && shape.width() == 1) {
            nodes.output(
                    nodes.node("Flatten", LOGITS, List.of(result.tensor()))
                            .integer("axis", 1)
                            .add(),
                    shape.channels());
        } else {
            nodes.output(
                    nodes.node("Identity", LOGITS, List.of(result.tensor())).add(),
                    shape.channels(),
                    shape.height(),
                    shape.width());
        }
        return nodes.named(network.name());
    }

    @Override
    public Void convolution(Convolution operation) {
        Parameter weight = network.parameters().weight(operation.name());
        String name = convolution(operation, network.values().apply(weight), bias(operation.name()));
        return write(operation, operation.name(), name, false);
    }

    @Override
    public Void convolutionNorm(ConvolutionNorm operation) {
        Convolution convolution = operation.convolution();
        String norm = operation.norm().parameterPrefix();
        double epsilon = operation.norm().epsilon();
        Parameter weight = network.parameters().weight(convolution.name());
        float[] weights = network.values().apply(weight);
        if (norms == OnnxNorms.SEPARATE) {
            String convolved = convolution(convolution, weights, bias(convolution.name()));
            return write(operation, norm, normalized(norm, convolved, epsilon), false);
        }
        int channels = weight.shape().get(0);
        FoldedConvolution folded = FoldedConvolution.of(
                weights,
                bias(convolution.name()).orElseGet(() -> new float[channels]),
                values(norm + ".weight"),
                values(norm + ".bias"),
                values(norm + ".running_mean"),
                values(norm + ".running_var"),
                epsilon);
        String name = convolution(convolution, folded.weight(), Optional.of(folded.bias()));
        return write(operation, operation.name(), name, false);
    }

    @Override
    public Void batchNorm(BatchNorm operation) {
        GraphValue source = value(operation.input());
        String norm = operation.parameterPrefix();
        return write(operation, norm, normalized(norm, source.tensor(), operation.epsilon()), source.isVector());
    }

    @Override
    public Void add(Add operation) {
        Shape shape = operation.output().shape();
        return ofTwo("Add", operation, shape, shape);
    }

    /** ONNX spreads a gate over the pixels. */
    @Override
    public Void multiply(Multiply operation) {
        return ofTwo("Mul", operation, operation.output().shape(), operation.factor());
    }

    private Void ofTwo(String operator, Operation operation, Shape left, Shape right) {
        List<String> inputs = List.of(
                image(operation.inputs().get(0), left), image(operation.inputs().get(1), right));
        return write(
                operation,
                operation.name(),
                nodes.node(operator, operation.name(), inputs).add(),
                false);
    }

    @Override
    public Void concat(Concat operation) {
        List<String> parts = operation.inputs().stream()
                .map(input -> image(input, input.shape()))
                .toList();
        return write(
                operation,
                operation.name(),
                nodes.node("Concat", operation.name(), parts).integer("axis", 1).add(),
                false);
    }

    @Override
    public Void channelSplit(ChannelSplit operation) {
        String name = operation.name();
        int first = operation.firstChannel();
        List<String> inputs = List.of(
                image(operation.input(), operation.input().shape()),
                nodes.constant(name + "_starts", first),
                nodes.constant(
                        name + "_ends", first + operation.output().shape().channels()),
                nodes.constant(name + "_axes", 1));
        return write(operation, name, nodes.node("Slice", name, inputs).add(), false);
    }

    @Override
    public Void activation(Activation operation) {
        GraphValue source = value(operation.input());
        return write(operation, operation.name(), source.tensor(), source.isVector());
    }

    @Override
    public Void pool(Pool operation) {
        Shape in = operation.input().shape();
        String image = image(operation.input(), in);
        PoolNode node = new PoolNode(
                operation.kind(), operation.window(), in, operation.output().shape());
        return write(operation, operation.name(), node.addTo(nodes, operation.name(), image), false);
    }

    @Override
    public Void adaptiveAveragePool(AdaptiveAveragePool operation) {
        return operation.asPool().map(this::pool).orElseGet(() -> resampling(operation, operation.resampling()));
    }

    private Void resampling(Operation operation, Resampling resampling) {
        String image = image(operation.input(), operation.input().shape());
        ResamplingNodes chain = new ResamplingNodes(resampling);
        return write(operation, operation.name(), chain.addTo(nodes, operation.name(), image), false);
    }

    @Override
    public Void upsample(Upsample operation) {
        if (!operation.hasWholeFactors()) {
            return resampling(operation, operation.resampling());
        }
        String image = image(operation.input(), operation.input().shape());
        String resized = new ResizeNode(operation).addTo(nodes, operation.name(), image);
        return write(operation, operation.name(), resized, false);
    }

    @Override
    public Void transposedConvolution(TransposedConvolution operation) {
        Parameter weight = network.parameters().weight(operation.name());
        List<Integer> more = operation.outputPadding();
        String name = windowed(
                        "ConvTranspose",
                        operation,
                        operation.window(),
                        operation.groups(),
                        network.values().apply(weight),
                        bias(operation.name()))
                .ints("output_padding", more.get(0), more.get(1))
                .add();
        return write(operation, operation.name(), name, false);
    }

    /** One of which its record says the nodes. */
    @Override
    public Void other(Operation operation) {
        List<OnnxNode> chain = operation.onnx();
        if (chain.isEmpty()) {
            throw new IllegalStateException(
                    operation.name() + " (" + operation.torchType() + ") says no nodes of ONNX that compute it");
        }
        Value input = operation.input();
        String tensor = image(input, input.shape());
        for (int i = 0; i < chain.size(); i++) {
            boolean isLast = i == chain.size() - 1;
            tensor = nodes.add(chain.get(i), isLast ? operation.name() : operation.name() + "_" + i, tensor);
        }
        return write(operation, operation.name(), tensor, false);
    }

    @Override
    public Void linear(Linear operation) {
        String layer = operation.name();
        GraphValue source = value(operation.input());
        String vector = source.isVector()
                ? source.tensor()
                : nodes.node("Flatten", layer + "_input", List.of(source.tensor()))
                        .integer("axis", 1)
                        .add();
        Parameter weight = network.parameters().weight(layer);
        Stream<String> constants = Stream.concat(
                Stream.of(
                        vector,
                        nodes.constant(
                                weight.name(), weight.shape(), network.values().apply(weight))),
                bias(layer).stream().map(bias -> nodes.constant(layer + ".bias", List.of(bias.length), bias)));
        return write(
                operation,
                layer,
                nodes.node("Gemm", layer, constants.toList())
                        .integer("transB", 1)
                        .add(),
                true);
    }

    @Override
    public Void dropout(Dropout operation) {
        throw new IllegalStateException(operation.name() + " is a dropout, which an inference program can't contain");
    }

    @Override
    public Void stochasticDepth(StochasticDepth operation) {
        throw new IllegalStateException(
                operation.name() + " is a stochastic depth, which an inference program can't contain");
    }

    @Override
    public Void layerNorm(LayerNorm operation) {
        String norm = operation.parameterPrefix();
        Value output = operation.output();
        String normalized =
                new NormNodes(nodes, norm, operation.epsilon()).along(1, inShapeOf(output, operation.input()));
        return write(operation, norm, scaledAndShifted(norm, normalized, output), output.isVector());
    }

    @Override
    public Void groupNorm(GroupNorm operation) {
        String norm = operation.parameterPrefix();
        Value output = operation.output();
        int groups = operation.groups();
        String grouped = reshaped(
                norm + "_groups",
                inShapeOf(output, operation.input()),
                0,
                groups,
                output.shape().size() / groups);
        String normalized = new NormNodes(nodes, norm, operation.epsilon()).along(2, grouped);
        String whole = reshaped(norm + "_whole", normalized, sides(output));
        return write(operation, norm, scaledAndShifted(norm, whole, output), output.isVector());
    }

    @Override
    public Void layerScale(LayerScale operation) {
        Value output = operation.output();
        String factors = ofChannels(operation.name() + "." + LayerScale.TENSOR, output);
        String source = inShapeOf(output, operation.input());
        String scaled =
                nodes.node("Mul", operation.name(), List.of(source, factors)).add();
        return write(operation, operation.name(), scaled, output.isVector());
    }

    private String scaledAndShifted(String norm, String normalized, Value output) {
        String scaled = nodes.node("Mul", norm + "_scaled", List.of(normalized, ofChannels(norm + ".weight", output)))
                .add();
        return nodes.node("Add", norm, List.of(scaled, ofChannels(norm + ".bias", output)))
                .add();
    }

    /** A tensor with a value for each channel, in the shape in which it meets an image, or a vector. */
    private String ofChannels(String tensor, Value value) {
        int channels = value.shape().channels();
        return nodes.constant(tensor, value.isVector() ? List.of(channels) : List.of(channels, 1, 1), values(tensor));
    }

    /** An input with as many dimensions as the output has: a vector's two, or an image's four. */
    private String inShapeOf(Value output, Value input) {
        GraphValue source = value(input);
        if (!output.isVector()) {
            return image(input, output.shape());
        }
        return source.isVector()
                ? source.tensor()
                : nodes.node("Flatten", source.tensor() + "_flat", List.of(source.tensor()))
                        .integer("axis", 1)
                        .add();
    }

    private String reshaped(String name, String tensor, long... sides) {
        String shape = nodes.constant(name + "_sides", sides);
        return nodes.node("Reshape", name, List.of(tensor, shape)).add();
    }

    /** A value's shape for {@code Reshape}, where 0 keeps the number of images. */
    private static long[] sides(Value value) {
        Shape shape = value.shape();
        return value.isVector()
                ? new long[] {0, shape.channels()}
                : new long[] {0, shape.channels(), shape.height(), shape.width()};
    }

    private String convolution(Convolution operation, float[] weights, Optional<float[]> bias) {
        return windowed("Conv", operation, operation.window(), operation.groups(), weights, bias)
                .add();
    }

    private GraphNodes.Node windowed(
            String operator, Operation operation, Window window, int groups, float[] weights, Optional<float[]> bias) {
        Parameter weight = network.parameters().weight(operation.name());
        String layer = operation.name();
        Value input = operation.input();
        Stream<String> inputs = Stream.concat(
                Stream.of(image(input, input.shape()), nodes.constant(weight.name(), weight.shape(), weights)),
                bias.stream().map(numbers -> nodes.constant(layer + ".bias", List.of(numbers.length), numbers)));
        return nodes.node(operator, layer, inputs.toList())
                .ints("kernel_shape", window.kernelHeight(), window.kernelWidth())
                .ints("strides", window.strideHeight(), window.strideWidth())
                .ints(
                        "pads",
                        window.paddingHeight(),
                        window.paddingWidth(),
                        window.paddingHeight(),
                        window.paddingWidth())
                .ints("dilations", window.dilationHeight(), window.dilationWidth())
                .integer("group", groups);
    }

    private String normalized(String norm, String input, double epsilon) {
        Stream<String> constants = Stream.of("weight", "bias", "running_mean", "running_var")
                .map(role -> network.parameters().tensor(norm + "." + role))
                .map(tensor -> nodes.constant(
                        tensor.name(), tensor.shape(), network.values().apply(tensor)));
        return nodes.node(
                        "BatchNormalization",
                        norm,
                        Stream.concat(Stream.of(input), constants).toList())
                .number("epsilon", epsilon)
                .add();
    }

    private Optional<float[]> bias(String layer) {
        return network.parameters().bias(layer).map(network.values());
    }

    private float[] values(String tensor) {
        return network.values().apply(network.parameters().tensor(tensor));
    }

    private Void write(Operation operation, String layer, String tensor, boolean isVector) {
        ActivationFunction function = operation.function();
        String written = ActivationNodes.add(nodes, function, layer + "_" + function.word(), tensor);
        Value output = operation.output();
        values.put(output, new GraphValue(output.shape(), written, isVector));
        return null;
    }

    /** A value with four dimensions; a vector is reshaped if an operator needs an image. */
    private String image(Value read, Shape shape) {
        GraphValue value = value(read);
        if (!value.isVector() && value.shape().equals(shape)) {
            return value.tensor();
        }
        // In a shape, 0 keeps a dimension: the number of images.
        String sides = nodes.constant(value.tensor() + "_sides", 0, shape.channels(), shape.height(), shape.width());
        return nodes.node("Reshape", value.tensor() + "_image", List.of(value.tensor(), sides))
                .add();
    }

    private GraphValue value(Value value) {
        return Objects.requireNonNull(values.get(value), value.name());
    }
}
