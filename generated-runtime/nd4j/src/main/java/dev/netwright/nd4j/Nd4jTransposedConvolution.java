package dev.netwright.nd4j;

import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import dev.netwright.runtime.kernel.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Transposed convolution with {@code deconv2d}, weights as {@code [C, O / G, kh, kw]}; groups one after the other, each
 * between slices of channels. The output's array shows the output padding, which {@code deconv2d_bp} doesn't take.
 * Backward is the convolution from the output to the input: its forward pass over the output's gradient gives the
 * input's, and its weight gradient is ours.
 */
final class Nd4jTransposedConvolution {
    private final Window window;
    private final int groups;
    private final Scratch scratch;
    private final BackendPolicy policy;

    Nd4jTransposedConvolution(Window window, int groups, Scratch scratch, BackendPolicy policy) {
        this.window = window;
        this.groups = groups;
        this.scratch = scratch;
        this.policy = policy;
    }

    /** Floats of scratch in training: what the weight gradient needs, or the sums of the bias's gradient. */
    static long scratchFloats(int batch, Shape input, Shape output, Parameter weight) {
        return Math.max(
                Nd4jConvolution.firstLayerScratchFloats(batch, output, input, weight),
                ChannelMean.scratchFloats(batch, output));
    }

    /** Floats that one call takes and gives back: every product of a pixel and the weights of a group. */
    static long passingFloats(int batch, Shape input, Shape output, Window window, int groups) {
        long places = (long) window.kernelHeight() * window.kernelWidth();
        return (long) batch * (output.channels() / groups) * places * input.height() * input.width();
    }

    PreparedKernel bind(String layer, Nd4jActivation input, Nd4jActivation output, LayerTensors tensors) {
        List<PreparedStep> forward = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            forward.add(NativeCall.of("deconv2d", policy)
                    .withoutHelper()
                    .inputs(joined(
                            part(input, g).value(), tensors.group(g, groups).values()))
                    .outputs(part(output, g).value())
                    .integers(integers())
                    .build());
        }
        return new PreparedKernel(layer, forward, tensors.isTraining() ? backward(input, output, tensors) : List.of());
    }

    private List<PreparedStep> backward(Nd4jActivation input, Nd4jActivation output, LayerTensors tensors) {
        Nd4jConvolution convolution = new Nd4jConvolution(window, scratch, policy);
        Nd4jActivation read = new Nd4jActivation(output.shape(), output.gradient(), null);
        LayerTensors weights = tensors.withoutBias();
        List<PreparedStep> steps = new ArrayList<>(convolution.weightGradient(
                read, new Nd4jActivation(input.shape(), input.value(), input.value()), weights));
        if (input.hasGradient()) {
            steps.addAll(convolution.forward(read, new Nd4jActivation(input.shape(), input.gradient(), null), weights));
        }
        if (tensors.biasGradientOrNull() != null) {
            steps.addAll(new ChannelMean(scratch, 0, policy).sum(output.gradient(), tensors.biasGradientOrNull()));
        }
        return steps;
    }

    private Nd4jActivation part(Nd4jActivation whole, int group) {
        Shape shape = whole.shape();
        int channels = shape.channels() / groups;
        return groups == 1
                ? whole
                : whole.slice(group * channels, Shape.image(channels, shape.height(), shape.width()));
    }

    private static INDArray[] joined(INDArray first, INDArray... others) {
        return Stream.concat(Stream.of(first), Stream.of(others)).toArray(INDArray[]::new);
    }

    /** Kernel, stride, padding, dilation, explicit padding, NCHW, weights IOHW; the helper ignores dilation in its padding. */
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
