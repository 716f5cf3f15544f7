package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.kernel.ActivationFunction;
import dev.netwright.runtime.kernel.Shape;
import dev.netwright.runtime.kernel.Window;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolution, bias and activation: {@code y = f(b + w * x)} with {@code conv2d}, all three gradients with one
 * {@code conv2d_bp}, weights as {@code [O, C, kh, kw]}.
 *
 * <p>The first layer's images need no gradient, but {@code conv2d_bp} computes it all the same, and slowly for few
 * channels: there {@code im2col} and a matrix product give {@code gradWeight = sum over n of g[n] col[n]^T} alone.
 */
final class Nd4jConvolution {
    private Nd4jConvolution() {}

    static PreparedKernel bind(
            String layer,
            Nd4jActivation input,
            Nd4jActivation output,
            Window window,
            ActivationFunction function,
            LayerTensors tensors,
            Scratch scratch,
            BackendPolicy policy) {
        List<PreparedStep> forward = new ArrayList<>();
        forward.add(NativeCall.of("conv2d", policy)
                .inputs(input.value(), tensors.weight(), tensors.bias())
                .outputs(output.value())
                .integers(integers(window))
                .build());
        forward.addAll(InPlaceActivation.forward(function, output.value(), policy));
        List<PreparedStep> backward = new ArrayList<>();
        if (tensors.isTraining()) {
            backward.addAll(InPlaceActivation.backward(function, output.value(), output.gradient(), policy));
            backward.addAll(
                    input.hasGradient()
                            ? List.of(allGradients(input, output, window, tensors, policy))
                            : parameterGradients(input, output, window, tensors, scratch, policy));
        }
        return new PreparedKernel(layer, forward, backward);
    }

    /** Floats of scratch in training: the patches {@code [N, C kh kw, H W]} and their products {@code [N, O, C kh kw]}. */
    static long firstLayerScratchFloats(int batch, Shape input, Shape output, Window window) {
        long patch = patchSize(input, window);
        long patches = batch * patch * output.height() * output.width();
        return FlatArray.aligned(patches) + patch * batch * output.channels();
    }

    private static PreparedStep allGradients(
            Nd4jActivation input, Nd4jActivation output, Window window, LayerTensors tensors, BackendPolicy policy) {
        return NativeCall.of("conv2d_bp", policy)
                .inputs(input.value(), tensors.weight(), tensors.bias(), output.gradient())
                .outputs(input.gradient(), tensors.weightGradient(), tensors.biasGradient())
                .integers(integers(window))
                .build();
    }

    private static List<PreparedStep> parameterGradients(
            Nd4jActivation input,
            Nd4jActivation output,
            Window window,
            LayerTensors tensors,
            Scratch scratch,
            BackendPolicy policy) {
        long batch = input.value().size(0);
        long channels = output.shape().channels();
        long rows = output.shape().height();
        long columns = output.shape().width();
        long patch = patchSize(input.shape(), window);
        INDArray patches = scratch.view(
                0, batch, input.shape().channels(), window.kernelHeight(), window.kernelWidth(), rows, columns);
        INDArray products = scratch.view(FlatArray.aligned(patches.length()), batch, channels, patch);
        INDArray gradient = output.gradient();
        return List.of(
                NativeCall.of("im2col", policy)
                        .inputs(input.value())
                        .outputs(patches)
                        .integers(
                                window.kernelHeight(),
                                window.kernelWidth(),
                                window.strideHeight(),
                                window.strideWidth(),
                                window.paddingHeight(),
                                window.paddingWidth(),
                                1,
                                1,
                                0)
                        .numbers(0)
                        .build(),
                NativeCall.of("matmul", policy)
                        .inputs(
                                gradient.reshape('c', batch, channels, rows * columns),
                                patches.reshape('c', batch, patch, rows * columns))
                        .outputs(products)
                        .integers(0, 1, 0)
                        .build(),
                NativeCall.of("reduce_sum", policy)
                        .inputs(products)
                        .outputs(tensors.weightGradient().reshape('c', channels, patch))
                        .integers(0)
                        .flags(false)
                        .build(),
                NativeCall.of("reduce_sum", policy)
                        .inputs(gradient)
                        .outputs(tensors.biasGradient())
                        .integers(0, 2, 3)
                        .flags(false)
                        .build());
    }

    private static long patchSize(Shape input, Window window) {
        return (long) input.channels() * window.kernelHeight() * window.kernelWidth();
    }

    /** Kernel, stride, padding, dilation 1, explicit padding, NCHW, weights OIHW. */
    private static long[] integers(Window window) {
        return new long[] {
            window.kernelHeight(),
            window.kernelWidth(),
            window.strideHeight(),
            window.strideWidth(),
            window.paddingHeight(),
            window.paddingWidth(),
            1,
            1,
            0,
            0,
            1
        };
    }
}
