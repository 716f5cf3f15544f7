package dev.netwright.nd4j;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Shape;
import dev.netwright.operation.ShortSums;
import dev.netwright.operation.Window;
import dev.netwright.runtime.kernel.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolution, bias and activation: {@code y = f(b + w * x)} with {@code conv2d}, all gradients with one
 * {@code conv2d_bp}, weights as {@code [O, C, kh, kw]}; groups one after the other, each between slices of channels.
 *
 * <p>The first layer's images need no gradient, but {@code conv2d_bp} computes it anyway, and slowly for few channels.
 * There {@code im2col} and a matrix product give {@code gradWeight = sum over n of g[n] col[n]^T} alone.
 */
final class Nd4jConvolution {
    private final Window window;
    private final Scratch scratch;
    private final BackendPolicy policy;

    Nd4jConvolution(Window window, Scratch scratch, BackendPolicy policy) {
        this.window = window;
        this.scratch = scratch;
        this.policy = policy;
    }

    /** The kernel between two activations. */
    PreparedKernel bind(
            String layer,
            Nd4jActivation input,
            Nd4jActivation output,
            ActivationFunction function,
            LayerTensors tensors) {
        List<PreparedStep> forward = new ArrayList<>(forward(input, output, tensors));
        forward.addAll(InPlaceActivation.forward(function, output.value(), scratch, policy));
        List<PreparedStep> backward = new ArrayList<>();
        if (tensors.isTraining()) {
            backward.addAll(InPlaceActivation.backward(function, output.value(), output.gradient(), policy));
            groups(input, output, tensors).map(this::backward).forEach(backward::addAll);
            backward.addAll(longBiasGradient(output.gradient(), tensors));
        }
        return new PreparedKernel(layer, forward, backward);
    }

    /** The convolution and its bias. */
    List<PreparedStep> forward(Nd4jActivation input, Nd4jActivation output, LayerTensors tensors) {
        return groups(input, output, tensors).map(this::forward).toList();
    }

    /** The gradient of the weights from the output's gradient, and of the bias if there is one. */
    List<PreparedStep> weightGradient(Nd4jActivation input, Nd4jActivation output, LayerTensors tensors) {
        return groups(input, output, tensors)
                .map(this::parameterGradients)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Floats of scratch in training: the patches {@code [N, C / G kh kw, H W]} of one group and their products
     * {@code [N, O / G, C / G kh kw]}.
     */
    static long firstLayerScratchFloats(int batch, Shape input, Shape output, Parameter weight) {
        long patch = weight.size() / weight.shape().get(0);
        long patches = batch * patch * output.height() * output.width();
        int groups = input.channels() / weight.shape().get(1);
        return FlatArray.aligned(patches) + patch * batch * (output.channels() / groups);
    }

    /** Floats of scratch in training for the bias's gradient. */
    static long biasScratchFloats(int batch, Shape output) {
        return ChannelMean.scratchFloats(batch, output);
    }

    /** The bias's gradient once more, in short sums, if the operation's own is a long one. */
    private List<PreparedStep> longBiasGradient(INDArray gradient, LayerTensors tensors) {
        long values = gradient.length() / gradient.size(1);
        return tensors.biasGradientOrNull() == null || !ShortSums.areNeeded(values)
                ? List.of()
                : new ChannelMean(scratch, 0, policy).sum(gradient, tensors.biasGradientOrNull());
    }

    /** What one group reads, writes and learns. */
    private record Group(Nd4jActivation input, Nd4jActivation output, LayerTensors tensors) {}

    private static Stream<Group> groups(Nd4jActivation input, Nd4jActivation output, LayerTensors tensors) {
        int inputs = Math.toIntExact(tensors.weight().size(1));
        int groups = input.shape().channels() / inputs;
        if (groups == 1) {
            return Stream.of(new Group(input, output, tensors));
        }
        int outputs = output.shape().channels() / groups;
        return IntStream.range(0, groups)
                .mapToObj(g -> new Group(
                        input.slice(g * inputs, channels(inputs, input)),
                        output.slice(g * outputs, channels(outputs, output)),
                        tensors.group(g, groups)));
    }

    private static Shape channels(int count, Nd4jActivation whole) {
        return Shape.image(count, whole.shape().height(), whole.shape().width());
    }

    private PreparedStep forward(Group group) {
        return call("conv2d")
                .inputs(joined(group.input().value(), group.tensors().values()))
                .outputs(group.output().value())
                .integers(integers())
                .build();
    }

    private List<PreparedStep> backward(Group group) {
        return group.input().hasGradient() ? List.of(allGradients(group)) : parameterGradients(group);
    }

    private PreparedStep allGradients(Group group) {
        INDArray[] values = joined(group.input().value(), group.tensors().values());
        return call("conv2d_bp")
                .inputs(Stream.concat(
                                Stream.of(values), Stream.of(group.output().gradient()))
                        .toArray(INDArray[]::new))
                .outputs(joined(group.input().gradient(), group.tensors().gradients()))
                .integers(integers())
                .build();
    }

    private List<PreparedStep> parameterGradients(Group group) {
        LayerTensors tensors = group.tensors();
        INDArray gradient = group.output().gradient();
        long batch = gradient.size(0);
        long channels = gradient.size(1);
        long pixels = gradient.size(2) * gradient.size(3);
        long patch = tensors.weight().length() / channels;
        INDArray patches = scratch.view(
                0,
                batch,
                tensors.weight().size(1),
                window.kernelHeight(),
                window.kernelWidth(),
                gradient.size(2),
                gradient.size(3));
        INDArray products = scratch.view(FlatArray.aligned(patches.length()), batch, channels, patch);
        List<PreparedStep> steps = new ArrayList<>();
        steps.add(patches(group.input().value(), patches));
        steps.add(NativeCall.of("matmul", policy)
                .inputs(
                        ImageViews.reshaped(gradient, batch, channels, pixels),
                        ImageViews.reshaped(patches, batch, patch, pixels))
                .outputs(products)
                .integers(0, 1, 0)
                .build());
        steps.add(sum(products, ImageViews.reshaped(tensors.weightGradient(), channels, patch), 0));
        if (tensors.biasGradientOrNull() != null) {
            steps.add(sum(gradient, tensors.biasGradientOrNull(), 0, 2, 3));
        }
        return steps;
    }

    private PreparedStep patches(INDArray images, INDArray patches) {
        return NativeCall.of("im2col", policy)
                .inputs(images)
                .outputs(patches)
                .integers(
                        window.kernelHeight(),
                        window.kernelWidth(),
                        window.strideHeight(),
                        window.strideWidth(),
                        window.paddingHeight(),
                        window.paddingWidth(),
                        window.dilationHeight(),
                        window.dilationWidth(),
                        0)
                .numbers(0)
                .build();
    }

    private PreparedStep sum(INDArray from, INDArray to, long... dimensions) {
        return NativeCall.of("reduce_sum", policy)
                .inputs(from)
                .outputs(to)
                .integers(dimensions)
                .flags(false)
                .build();
    }

    /** The oneDNN helper can't make a dilated convolution: it computes the padding as if there were no dilation. */
    private NativeCall.Builder call(String operation) {
        NativeCall.Builder call = NativeCall.of(operation, policy);
        return window.dilationHeight() == 1 && window.dilationWidth() == 1 ? call : call.withoutHelper();
    }

    private static INDArray[] joined(INDArray first, INDArray... others) {
        return Stream.concat(Stream.of(first), Stream.of(others)).toArray(INDArray[]::new);
    }

    /** Kernel, stride, padding, dilation, explicit padding, NCHW, weights OIHW. */
    private long[] integers() {
        return new long[] {
            window.kernelHeight(),
            window.kernelWidth(),
            window.strideHeight(),
            window.strideWidth(),
            window.paddingHeight(),
            window.paddingWidth(),
            window.dilationHeight(),
            window.dilationWidth(),
            0,
            0,
            1
        };
    }
}
