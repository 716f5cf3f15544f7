package dev.netwright.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;

import dev.netwright.onednn.choice.Code;
import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.library.PrimitiveRequest;
import dev.netwright.onednn.memory.ShiftedPlace;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.parameter.FoldedNorm;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import dev.netwright.runtime.kernel.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.convolution_forward;

/**
 * A prediction's convolution of few pixels and many channels, as the 1x1 convolution of its patches. Its work is to read the weights, which
 * the library's code for 1x1 windows reads out of memory 1.7 times as fast as its code for others.
 *
 * <p>In blocks of channels both read the same weights: an input channel of the 1x1 convolution is a block of channels, a place in the
 * window, and a channel within the block. A patch that reaches past the image has zeros there, which no step writes.
 */
final class PatchConvolution {
    private final KernelBuilder kernel;
    private final OneDnnActivation input;
    private final OneDnnActivation output;
    private final Window window;
    private final convolution_forward.primitive_desc description;
    private final Optional<AwaitedSum> sum;

    private PatchConvolution(
            KernelBuilder kernel,
            OneDnnActivation input,
            OneDnnActivation output,
            Window window,
            convolution_forward.primitive_desc description,
            Optional<AwaitedSum> sum) {
        this.kernel = kernel;
        this.input = input;
        this.output = output;
        this.window = window;
        this.description = description;
        this.sum = sum;
    }

    /**
     * The library's code.
     *
     * @param sum to which it adds the output, if there is one that has the output's layout
     * @return nothing if the library has no generated code for it
     */
    static Optional<PatchConvolution> of(
            KernelBuilder kernel,
            OneDnnActivation input,
            OneDnnActivation output,
            Window window,
            boolean withBias,
            ActivationFunction function,
            Optional<AwaitedSum> sum) {
        long channels = (long) input.shape().channels() * window.kernelHeight() * window.kernelWidth();
        long outputs = output.shape().channels();
        convolution_forward.desc operation = new convolution_forward.desc(
                dnnl_forward_inference,
                dnnl_convolution_direct,
                Layout.blocked(
                                kernel.batch(),
                                channels,
                                output.shape().height(),
                                output.shape().width())
                        .description(),
                Layout.weightBlocks(outputs, channels, 1, 1).description(),
                (withBias ? Layout.plain(outputs) : Layout.none()).description(),
                Layout.blocked(kernel.dimensions(output.shape())).description(),
                new long[] {1, 1},
                new long[] {0, 0},
                new long[] {0, 0},
                new long[] {0, 0});
        return PrimitiveRequest.ask(
                        operation.data(),
                        sum.map(awaited -> Attributes.adding(awaited.function()))
                                .orElseGet(() -> Attributes.with(function)),
                        null,
                        convolution_forward.primitive_desc::new)
                .filter(answer -> Code.of(answer) == Code.GENERATED)
                .map(answer -> new PatchConvolution(kernel, input, output, window, answer, sum));
    }

    /** Whether channels fill blocks, and strides divide the image: the library describes no other part of one by strides. */
    static boolean applies(Shape input, Shape output, Window window) {
        int block = OneDnn.loaded().block();
        return input.channels() % block == 0
                && output.channels() % block == 0
                && input.height() % window.strideHeight() == 0
                && input.width() % window.strideWidth() == 0;
    }

    /** Adds {@code y = f(W x + b)} to the forward pass, where x are patches. */
    Tensor forward(Parameter weight, Optional<FoldedNorm> norm, Optional<Tensor> bias) {
        Tensor x = gathered(new Layout(description.src_desc()));
        Tensor y = sum.map(awaited -> awaited.leaveTo(output))
                .orElseGet(() -> kernel.output(output, new Layout(description.dst_desc())));
        Tensor weights = inOrderOf(new Layout(description.weights_desc()), weight, norm);
        List<Object> arguments = new ArrayList<>(List.of(DNNL_ARG_SRC, x, DNNL_ARG_WEIGHTS, weights, DNNL_ARG_DST, y));
        bias.ifPresent(shift -> arguments.addAll(List.of(DNNL_ARG_BIAS, shift)));
        kernel.forward().primitive(description, () -> new convolution_forward(description), arguments.toArray());
        return y;
    }

    private Tensor inOrderOf(Layout weights, Parameter weight, Optional<FoldedNorm> norm) {
        Layout stored = Layout.weightBlocks(
                output.shape().channels(), input.shape().channels(), window.kernelHeight(), window.kernelWidth());
        Tensor held = kernel.plan().weight(kernel.forward(), weight, stored, norm);
        return new Tensor(weights, held.place());
    }

    private long channels() {
        return (long) input.shape().channels() * places();
    }

    private int places() {
        return window.kernelHeight() * window.kernelWidth();
    }

    /** The patches: for each place in the window, the image as that place sees it. */
    private Tensor gathered(Layout layout) {
        Tensor x = kernel.forward().in(Layout.blocked(kernel.dimensions(input.shape())), input.value());
        Tensor patches = new Tensor(layout, kernel.plan().own(layout.bytes()));
        for (int row = 0; row < window.kernelHeight(); row++) {
            Span rows = Span.of(
                    row * window.dilationHeight() - window.paddingHeight(),
                    window.strideHeight(),
                    input.shape().height(),
                    output.shape().height());
            for (int column = 0; column < window.kernelWidth(); column++) {
                Span columns = Span.of(
                        column * window.dilationWidth() - window.paddingWidth(),
                        window.strideWidth(),
                        input.shape().width(),
                        output.shape().width());
                if (rows.count() > 0 && columns.count() > 0) {
                    int place = row * window.kernelWidth() + column;
                    kernel.forward().move(seen(x, rows, columns), part(patches, place, rows, columns));
                }
            }
        }
        return patches;
    }

    /**
     * The pixels of one dimension that a place in the window sees.
     *
     * @param first the first pixel of the output whose patch has that place inside of the image
     * @param count the number of such pixels
     * @param source the pixel of the input that the first sees
     */
    private record Span(int first, int count, int source) {
        static Span of(int offset, int stride, int inputs, int outputs) {
            int first = offset < 0 ? (-offset + stride - 1) / stride : 0;
            int last = Math.min(outputs - 1, Math.floorDiv(inputs - 1 - offset, stride));
            return new Span(first, last - first + 1, first * stride + offset);
        }
    }

    private Tensor seen(Tensor x, Span rows, Span columns) {
        Shape shape = input.shape();
        long block = OneDnn.loaded().block();
        long row = shape.width() * block;
        long plane = shape.height() * row;
        return view(
                x,
                rows,
                columns,
                rows.source() * row + columns.source() * block,
                shape.channels() / block * plane,
                plane,
                window.strideHeight() * row,
                window.strideWidth() * block);
    }

    private Tensor part(Tensor patches, int place, Span rows, Span columns) {
        Shape shape = output.shape();
        long block = OneDnn.loaded().block();
        long row = shape.width() * block;
        long plane = shape.height() * row;
        return view(
                patches,
                rows,
                columns,
                place * plane + rows.first() * row + columns.first() * block,
                channels() / block * plane,
                places() * plane,
                row,
                block);
    }

    /**
     * Rows and columns of all images and blocks of channels.
     *
     * @param start the first value
     * @param distances between images, blocks, rows and columns
     */
    private Tensor view(Tensor tensor, Span rows, Span columns, long start, long... distances) {
        long block = OneDnn.loaded().block();
        long[] dimensions = {kernel.batch(), input.shape().channels() / block, rows.count(), columns.count(), block};
        Layout layout = Layout.strided(dimensions, distances[0], distances[1], distances[2], distances[3], 1);
        return new Tensor(layout, new ShiftedPlace(tensor.place(), start * Float.BYTES));
    }
}
