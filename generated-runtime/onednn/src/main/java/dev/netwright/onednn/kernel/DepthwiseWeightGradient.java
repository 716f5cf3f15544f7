package dev.netwright.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;

import dev.netwright.onednn.choice.Code;
import dev.netwright.onednn.choice.ConvolutionGeometry;
import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.library.PrimitiveRequest;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Pass;
import dev.netwright.operation.Window;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;

/**
 * The weights' gradient of a convolution with one channel in each group, for windows wider than those of the library's own code:
 * {@code gradW[c][i][j] = sum over n, y, x of x[n][c][y s + i d - p][x s + j d - p] g[n][c][y][x]}.
 *
 * <p>For one image that is a convolution forward again: the window is the whole gradient with dilation s, the stride is d, and the output
 * has the size of the weight. In blocks of channels the images of a batch lie one behind the other as more channels would, and a gradient as
 * the weights of such a convolution do, so that nothing is copied. The images' sums are then added up as a product with ones.
 */
final class DepthwiseWeightGradient {
    private final KernelBuilder kernel;
    private final Window window;
    private final Layout images;
    private final convolution_forward.primitive_desc description;

    private DepthwiseWeightGradient(
            KernelBuilder kernel, Window window, Layout images, convolution_forward.primitive_desc description) {
        this.kernel = kernel;
        this.window = window;
        this.images = images;
        this.description = description;
    }

    /**
     * The gradient by the library's depthwise code.
     *
     * @param x layout of the input
     * @param g layout of the output's gradient
     * @return nothing unless both are in this CPU's blocks, and the library has generated code for such a window
     */
    static Optional<DepthwiseWeightGradient> of(
            KernelBuilder kernel, ConvolutionGeometry geometry, Layout x, Layout g) {
        boolean areBlocks = x.isSameAs(Layout.blocked(x.dimensions())) && g.isSameAs(Layout.blocked(g.dimensions()));
        long[] before = geometry.paddingBefore();
        long[] after = paddingAfter(geometry);
        if (!areBlocks || after[0] < 0 || after[1] < 0) {
            return Optional.empty();
        }
        long channels = x.bytes() / (Float.BYTES * x.dimensions()[2] * x.dimensions()[3]);
        Window window = geometry.window();
        convolution_forward.desc operation = new convolution_forward.desc(
                dnnl_forward_inference,
                dnnl_convolution_direct,
                Layout.blocked(1, channels, x.dimensions()[2], x.dimensions()[3])
                        .description(),
                lanes(channels, g.dimensions()[2], g.dimensions()[3]).description(),
                Layout.blocked(1, channels, window.kernelHeight(), window.kernelWidth())
                        .description(),
                new long[] {window.dilationHeight(), window.dilationWidth()},
                new long[] {window.strideHeight() - 1L, window.strideWidth() - 1L},
                before,
                after);
        return PrimitiveRequest.ask(operation.data(), Attributes.plain(), null, convolution_forward.primitive_desc::new)
                .filter(answer -> Code.of(answer) == Code.GENERATED)
                .map(answer -> new DepthwiseWeightGradient(kernel, window, x, answer));
    }

    /** What the spread gradient reaches beyond the image; negative where the image's last rows or columns aren't read. */
    private static long[] paddingAfter(ConvolutionGeometry geometry) {
        Window window = geometry.window();
        return new long[] {
            (geometry.output().height() - 1L) * window.strideHeight()
                    + window.spanHeight()
                    - geometry.input().height()
                    - window.paddingHeight(),
            (geometry.output().width() - 1L) * window.strideWidth()
                    + window.spanWidth()
                    - geometry.input().width()
                    - window.paddingWidth()
        };
    }

    /** Adds the gradient, in the order of the library's depthwise weights, to the backward pass. */
    Tensor add(Tensor x, Tensor g) {
        Pass pass = kernel.backward();
        Tensor ofImages = pass.scratch(new Layout(description.dst_desc()));
        pass.primitive(
                description,
                () -> new convolution_forward(description),
                DNNL_ARG_SRC,
                new Tensor(new Layout(description.src_desc()), x.place()),
                DNNL_ARG_WEIGHTS,
                new Tensor(new Layout(description.weights_desc()), g.place()),
                DNNL_ARG_DST,
                ofImages);
        long channels = images.dimensions()[1];
        Tensor sum = pass.scratch(lanes(channels, window.kernelHeight(), window.kernelWidth()));
        addUp(pass, ofImages, sum);
        return sum;
    }

    private void addUp(Pass pass, Tensor ofImages, Tensor sum) {
        int count = kernel.batch();
        long length = sum.layout().bytes() / Float.BYTES;
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        Layout row = Layout.plain(1, count);
        Layout rows = Layout.plain(count, length);
        Layout total = Layout.plain(1, length);
        matmul.primitive_desc product = new matmul.primitive_desc(
                new matmul.desc(row.description(), rows.description(), total.description()),
                Attributes.plain(),
                OneDnn.loaded().engine(),
                false);
        pass.primitive(
                product,
                () -> new matmul(product),
                DNNL_ARG_SRC,
                kernel.plan().constant(row, ones),
                DNNL_ARG_WEIGHTS,
                new Tensor(rows, ofImages.place()),
                DNNL_ARG_DST,
                new Tensor(total, sum.place()));
    }

    /** Weights of one channel in each group, whose blocks of groups are those of images. */
    private static Layout lanes(long channels, long rows, long columns) {
        boolean wide = OneDnn.loaded().hasAvx512();
        return Layout.of(wide ? memory.format_tag.Goihw16g : memory.format_tag.Goihw8g, channels, 1, 1, rows, columns);
    }
}
