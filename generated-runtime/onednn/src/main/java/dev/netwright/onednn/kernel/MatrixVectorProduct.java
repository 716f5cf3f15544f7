package dev.netwright.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;

import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.convolution_forward;

/**
 * A fully connected layer of one image, as a convolution of 1x1 on one pixel. The work is to read the weights once, and the library's
 * convolution reads them from memory at nearly twice the rate of its inner product.
 */
public final class MatrixVectorProduct {
    private MatrixVectorProduct() {}

    /** Whether the layer is one of a single image, whose inputs and outputs fill blocks: only then rows and blocks are the same memory. */
    static boolean applies(KernelBuilder kernel, int inputs, int outputs) {
        int block = OneDnn.loaded().block();
        return !kernel.isTraining() && kernel.batch() == 1 && inputs % block == 0 && outputs % block == 0;
    }

    /** Adds {@code y = f(W x + b)} to the forward pass; {@code x} and {@code y} are rows. */
    static void add(
            KernelBuilder kernel,
            Tensor x,
            Parameter weight,
            Optional<Parameter> bias,
            Tensor y,
            ActivationFunction function) {
        long outputs = weight.shape().get(0);
        long inputs = weight.shape().get(1);
        Layout pixel = Layout.blocked(1, inputs, 1, 1);
        Layout result = Layout.blocked(1, outputs, 1, 1);
        convolution_forward.primitive_desc description = new convolution_forward.primitive_desc(
                new convolution_forward.desc(
                        dnnl_forward_inference,
                        dnnl_convolution_direct,
                        pixel.description(),
                        Layout.any(outputs, inputs, 1, 1).description(),
                        (bias.isPresent() ? Layout.plain(outputs) : Layout.none()).description(),
                        result.description(),
                        new long[] {1, 1},
                        new long[] {0, 0},
                        new long[] {0, 0},
                        new long[] {0, 0}),
                Attributes.with(function),
                OneDnn.loaded().engine(),
                false);
        Tensor weights = kernel.plan()
                .weight(kernel.forward(), weight, new Layout(description.weights_desc()), Optional.empty());
        List<Object> arguments = new ArrayList<>(List.of(
                DNNL_ARG_SRC,
                new Tensor(pixel, x.place()),
                DNNL_ARG_WEIGHTS,
                weights,
                DNNL_ARG_DST,
                new Tensor(result, y.place())));
        bias.ifPresent(parameter ->
                arguments.addAll(List.of(DNNL_ARG_BIAS, kernel.parameters().value(parameter))));
        kernel.forward().primitive(description, () -> new convolution_forward(description), arguments.toArray());
    }
}
