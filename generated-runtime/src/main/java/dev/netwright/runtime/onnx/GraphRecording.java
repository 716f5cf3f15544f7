package dev.netwright.runtime.onnx;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.ActivationFunction;
import dev.netwright.runtime.kernel.AddActivation;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.Concat;
import dev.netwright.runtime.kernel.ConvBiasActivation;
import dev.netwright.runtime.kernel.ConvNormActivation;
import dev.netwright.runtime.kernel.Dropout;
import dev.netwright.runtime.kernel.ElementwiseActivation;
import dev.netwright.runtime.kernel.Linear;
import dev.netwright.runtime.kernel.LocalResponseNorm;
import dev.netwright.runtime.kernel.NormActivation;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.Pool;
import dev.netwright.runtime.kernel.PoolKind;
import dev.netwright.runtime.kernel.RunningVariance;
import dev.netwright.runtime.kernel.Shape;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.runtime.kernel.SoftmaxCrossEntropy;
import dev.netwright.runtime.kernel.SquaredError;
import dev.netwright.runtime.kernel.UnboundKernel;
import dev.netwright.runtime.kernel.Window;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import onnx.Onnx.GraphProto;
import org.jspecify.annotations.Nullable;

/** Writes an inference program down as nodes of ONNX, in the order in which it asks for kernels. Nodes are called after layers. */
final class GraphRecording implements Binding {
    private static final String IMAGES = "images";
    private static final String LOGITS = "logits";

    private final ExportedNetwork network;
    private final OnnxNorms norms;
    private final GraphNodes nodes = new GraphNodes();
    private @Nullable GraphValue logits;

    GraphRecording(ExportedNetwork network, OnnxNorms norms) {
        this.network = network;
        this.norms = norms;
    }

    /** The graph of a program that has been bound to this. An output of one place for each channel has two sides, any other four. */
    GraphProto graph() {
        GraphValue result = Objects.requireNonNull(logits, "a program has an output");
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
    public Activation images(Shape shape, Slot value) {
        GraphValue images = new GraphValue(shape);
        nodes.input(IMAGES, shape.channels(), shape.height(), shape.width());
        images.written(IMAGES, false);
        return images;
    }

    @Override
    public Activation activation(Shape shape, Slot value) {
        return new GraphValue(shape);
    }

    @Override
    public Activation logits(Shape shape, Slot value) {
        logits = new GraphValue(shape);
        return logits;
    }

    /** Whoever writes a slice writes a value of its own: the node that joins them names it as an input. */
    @Override
    public Activation slice(Activation whole, int firstChannel, Shape shape) {
        return new GraphValue(shape);
    }

    @Override
    public Activation accumulating(Activation activation) {
        return activation;
    }

    @Override
    public ConvBiasActivation convolution(
            String layer, Activation input, Activation output, Window window, ActivationFunction function) {
        Parameter weight = network.parameters().weight(layer);
        String name = convolution(layer, own(input), weight, network.values().apply(weight), bias(layer), window);
        write(output, layer, name, function, false);
        return UnboundKernel.INSTANCE;
    }

    @Override
    public ConvNormActivation convolutionNorm(
            String layer,
            String norm,
            Activation input,
            Activation output,
            Window window,
            double epsilon,
            ActivationFunction function) {
        Parameter weight = network.parameters().weight(layer);
        float[] values = network.values().apply(weight);
        if (norms == OnnxNorms.SEPARATE) {
            String convolved = convolution(layer, own(input), weight, values, bias(layer), window);
            write(output, norm, normalized(norm, convolved, epsilon), function, false);
            return UnboundKernel.INSTANCE;
        }
        int channels = weight.shape().get(0);
        FoldedConvolution folded = FoldedConvolution.of(
                values,
                bias(layer).orElseGet(() -> new float[channels]),
                values(norm + ".weight"),
                values(norm + ".bias"),
                values(norm + ".running_mean"),
                values(norm + ".running_var"),
                epsilon);
        String name = convolution(layer, own(input), weight, folded.weight(), Optional.of(folded.bias()), window);
        write(output, layer, name, function, false);
        return UnboundKernel.INSTANCE;
    }

    @Override
    public NormActivation norm(
            String norm, Activation input, Activation output, double epsilon, ActivationFunction function) {
        GraphValue source = own(input);
        write(output, norm, normalized(norm, source.tensor(), epsilon), function, source.isVector());
        return UnboundKernel.INSTANCE;
    }

    @Override
    public AddActivation add(
            String layer, Activation left, Activation right, Activation output, ActivationFunction function) {
        List<String> terms = List.of(image(left, output.shape()), image(right, output.shape()));
        write(output, layer, nodes.node("Add", layer, terms).add(), function, false);
        return UnboundKernel.INSTANCE;
    }

    @Override
    public Concat concat(String layer, Activation output, Activation... inputs) {
        List<String> parts =
                Stream.of(inputs).map(input -> image(input, input.shape())).toList();
        write(
                output,
                layer,
                nodes.node("Concat", layer, parts).integer("axis", 1).add(),
                ActivationFunction.IDENTITY,
                false);
        return UnboundKernel.INSTANCE;
    }

    @Override
    public ElementwiseActivation elementwise(
            String layer, Activation input, Activation output, ActivationFunction function) {
        GraphValue source = own(input);
        write(output, layer, source.tensor(), function, source.isVector());
        return UnboundKernel.INSTANCE;
    }

    @Override
    public Pool pool(String layer, Activation input, Activation output, PoolKind kind, Window window) {
        String image = image(input, input.shape());
        PoolNode node = new PoolNode(kind, window, input.shape(), output.shape());
        write(output, layer, node.addTo(nodes, layer, image), ActivationFunction.IDENTITY, false);
        return UnboundKernel.INSTANCE;
    }

    @Override
    public LocalResponseNorm localResponseNorm(
            String layer, Activation input, Activation output, int size, double alpha, double beta, double k) {
        String name = nodes.node("LRN", layer, List.of(image(input, input.shape())))
                .integer("size", size)
                .number("alpha", alpha)
                .number("beta", beta)
                .number("bias", k)
                .add();
        write(output, layer, name, ActivationFunction.IDENTITY, false);
        return UnboundKernel.INSTANCE;
    }

    @Override
    public Linear linear(String layer, Activation input, Activation output, ActivationFunction function) {
        GraphValue source = own(input);
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
        write(
                output,
                layer,
                nodes.node("Gemm", layer, constants.toList())
                        .integer("transB", 1)
                        .add(),
                function,
                true);
        return UnboundKernel.INSTANCE;
    }

    private String convolution(
            String layer, GraphValue input, Parameter weight, float[] values, Optional<float[]> bias, Window window) {
        Stream<String> inputs = Stream.concat(
                Stream.of(image(input, input.shape()), nodes.constant(weight.name(), weight.shape(), values)),
                bias.stream().map(numbers -> nodes.constant(layer + ".bias", List.of(numbers.length), numbers)));
        return nodes.node("Conv", layer, inputs.toList())
                .ints("kernel_shape", window.kernelHeight(), window.kernelWidth())
                .ints("strides", window.strideHeight(), window.strideWidth())
                .ints(
                        "pads",
                        window.paddingHeight(),
                        window.paddingWidth(),
                        window.paddingHeight(),
                        window.paddingWidth())
                .ints("dilations", window.dilationHeight(), window.dilationWidth())
                .integer("group", input.shape().channels() / weight.shape().get(1))
                .add();
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

    private void write(Activation output, String layer, String tensor, ActivationFunction function, boolean isVector) {
        String written = switch (function) {
            case IDENTITY -> tensor;
            case RELU -> nodes.node("Relu", layer + "_relu", List.of(tensor)).add();
            case SIGMOID ->
                nodes.node("Sigmoid", layer + "_sigmoid", List.of(tensor)).add();
            case TANH -> nodes.node("Tanh", layer + "_tanh", List.of(tensor)).add();
        };
        own(output).written(written, isVector);
    }

    /** Four sides, which a vector gets where an operator wants an image. */
    private String image(Activation activation, Shape shape) {
        GraphValue value = own(activation);
        if (!value.isVector() && value.shape().equals(shape)) {
            return value.tensor();
        }
        // In a shape, 0 keeps a side: the number of images.
        String sides = nodes.constant(value.tensor() + "_sides", 0, shape.channels(), shape.height(), shape.width());
        return nodes.node("Reshape", value.tensor() + "_image", List.of(value.tensor(), sides))
                .add();
    }

    private static GraphValue own(Activation activation) {
        return (GraphValue) activation;
    }

    // What only training programs ask for.

    @Override
    public Activation activation(Shape shape, Slot value, Slot gradient) {
        throw training();
    }

    @Override
    public Activation logits(Shape shape, Slot value, Slot gradient) {
        throw training();
    }

    @Override
    public NormActivation norm(
            String norm,
            Activation input,
            Activation output,
            double epsilon,
            double momentum,
            RunningVariance runningVariance,
            ActivationFunction function) {
        throw training();
    }

    @Override
    public LocalResponseNorm localResponseNorm(
            String layer,
            Activation input,
            Activation output,
            int size,
            double alpha,
            double beta,
            double k,
            Slot scale) {
        throw training();
    }

    @Override
    public Dropout dropout(String layer, Activation input, Activation output, double rate, int position, Slot mask) {
        throw training();
    }

    @Override
    public SoftmaxCrossEntropy softmaxCrossEntropy(Activation values, Slot logProbabilities) {
        throw training();
    }

    @Override
    public SoftmaxCrossEntropy softmaxCrossEntropy(Activation values, Slot logProbabilities, double weight) {
        throw training();
    }

    @Override
    public SquaredError squaredError(Activation output, Slot difference, double factor) {
        throw training();
    }

    private static UnsupportedOperationException training() {
        return new UnsupportedOperationException(
                "an inference program is written down, and this is a training program's");
    }
}
