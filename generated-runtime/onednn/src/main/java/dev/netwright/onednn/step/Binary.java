package dev.netwright.onednn.step;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_add;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_mul;

import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.operation.ActivationFunction;
import org.bytedeco.dnnl.binary;

/**
 * Two tensors place by place, of one layout, or the second with one value for each channel. Layouts are wide: in blocks narrower than this
 * CPU's the library's code writes past their end.
 */
public final class Binary {
    private Binary() {}

    /** Adds {@code result = left right} to a pass. */
    public static void multiply(Pass pass, Tensor left, Tensor right, Tensor result) {
        add(pass, dnnl_binary_mul, left, right, result, ActivationFunction.IDENTITY);
    }

    /** Adds {@code result = f(left + right)} to a pass. */
    public static void sum(Pass pass, Tensor left, Tensor right, Tensor result, ActivationFunction function) {
        add(pass, dnnl_binary_add, left, right, result, function);
    }

    private static void add(
            Pass pass, int operation, Tensor left, Tensor right, Tensor result, ActivationFunction function) {
        requireWide(left, right, result);
        binary.primitive_desc description = new binary.primitive_desc(
                new binary.desc(
                        operation,
                        left.layout().description(),
                        right.layout().description(),
                        result.layout().description()),
                Attributes.with(function),
                OneDnn.loaded().engine(),
                false);
        pass.primitive(
                description,
                () -> new binary(description),
                DNNL_ARG_SRC_0,
                left,
                DNNL_ARG_SRC_1,
                right,
                DNNL_ARG_DST,
                result);
    }

    private static void requireWide(Tensor... tensors) {
        for (Tensor tensor : tensors) {
            if (!tensor.layout().isSameAs(tensor.layout().wide())) {
                throw new IllegalArgumentException("expected blocks of "
                        + OneDnn.loaded().block() + " channels, found narrower ones: " + tensor.layout());
            }
        }
    }
}
