package dev.netwright.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Pass;
import dev.netwright.operation.Resampling;
import dev.netwright.operation.Shape;
import dev.netwright.operation.SideWeights;
import org.bytedeco.dnnl.matmul;

/**
 * Each channel's plane between a matrix of rows and one of columns, {@code y = R x C^T}, as two products over planes: all
 * rows of all planes times {@code C^T}, then R times each plane. Backward runs the transposed products in the opposite order.
 */
public final class OneDnnResampling {
    private final KernelBuilder kernel;
    private final Shape input;
    private final Shape output;
    private final SideWeights rows;
    private final SideWeights columns;
    private final long planes;

    private OneDnnResampling(KernelBuilder kernel, Shape input, Shape output, Resampling resampling) {
        this.kernel = kernel;
        this.input = input;
        this.output = output;
        rows = resampling.rows();
        columns = resampling.columns();
        planes = (long) kernel.batch() * input.channels();
    }

    static KernelPlan plan(
            KernelBuilder kernel, OneDnnActivation input, OneDnnActivation output, Resampling resampling) {
        OneDnnResampling products = new OneDnnResampling(kernel, input.shape(), output.shape(), resampling);
        products.addForward(input, output);
        if (kernel.isTraining() && input.hasGradient()) {
            products.addBackward(input, output);
        }
        return kernel.steps();
    }

    private void addForward(OneDnnActivation input, OneDnnActivation output) {
        Pass pass = kernel.forward();
        Tensor x = pass.in(Layout.plain(kernel.dimensions(input.shape())), input.value());
        Tensor wide = pass.scratch(Layout.plain(planes, this.input.height(), columns.to()));
        Tensor y = kernel.output(output, Layout.plain(kernel.dimensions(output.shape())));
        ofColumns(pass, x, constant(columns.from(), columns.to(), columns.transposed()), wide);
        ofRows(pass, constant(rows.to(), rows.from(), rows.matrix()), wide, y);
        kernel.deliver(output, y);
    }

    private void addBackward(OneDnnActivation input, OneDnnActivation output) {
        Pass pass = kernel.backward();
        Tensor g = pass.in(Layout.plain(kernel.dimensions(output.shape())), output.gradient());
        Tensor wide = pass.scratch(Layout.plain(planes, this.input.height(), columns.to()));
        Layout plain = Layout.plain(kernel.dimensions(input.shape()));
        Tensor target = kernel.gradientTarget(input, plain);
        ofRows(pass, constant(rows.from(), rows.to(), rows.transposed()), g, wide);
        ofColumns(pass, wide, constant(columns.to(), columns.from(), columns.matrix()), target);
        kernel.deliverGradient(input, target);
    }

    private Tensor constant(int height, int width, float... matrix) {
        return kernel.plan().constant(Layout.plain(height, width), matrix);
    }

    /** Adds {@code to = from matrix} over the rows of all planes. */
    private void ofColumns(Pass pass, Tensor from, Tensor matrix, Tensor to) {
        long[] sides = matrix.layout().dimensions();
        long count = planes * input.height();
        product(pass, from.reshaped(count, sides[0]), matrix, to.reshaped(count, sides[1]));
    }

    /** Adds {@code to = matrix from} for each plane. */
    private void ofRows(Pass pass, Tensor matrix, Tensor from, Tensor to) {
        long[] sides = matrix.layout().dimensions();
        long width = output.width();
        product(
                pass,
                matrix.reshaped(1, sides[0], sides[1]),
                from.reshaped(planes, sides[1], width),
                to.reshaped(planes, sides[0], width));
    }

    private static void product(Pass pass, Tensor left, Tensor right, Tensor result) {
        matmul.primitive_desc description = new matmul.primitive_desc(
                new matmul.desc(
                        left.layout().description(),
                        right.layout().description(),
                        result.layout().description()),
                Attributes.plain(),
                OneDnn.loaded().engine(),
                false);
        pass.primitive(
                description,
                () -> new matmul(description),
                DNNL_ARG_SRC,
                left,
                DNNL_ARG_WEIGHTS,
                right,
                DNNL_ARG_DST,
                result);
    }
}
