package dev.netwright.onednn.parameter;

import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.runtime.kernel.Parameter;
import java.util.List;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.memory;

/**
 * The one layout that each parameter, its gradient and its optimizer's state have, by a rule on its shape: the layout of the
 * forward pass in training, which the gradient's primitives share.
 */
public final class ParameterLayouts {
    /** Batch for which the library is asked; its answer depends on it for very small ones only. */
    private static final int TYPICAL_BATCH = 64;

    private ParameterLayouts() {}

    static Layout of(Parameter parameter) {
        long[] shape = dimensions(parameter.shape());
        return switch (parameter.role()) {
            case CONVOLUTION_WEIGHT -> convolution(shape);
            case LINEAR_WEIGHT -> linear(shape);
            default -> Layout.plain(shape);
        };
    }

    private static Layout convolution(long... shape) {
        boolean wide = OneDnn.loaded().hasAvx512();
        if (shape[1] < OneDnn.loaded().block()) {
            return Layout.of(wide ? memory.format_tag.Ohwi16o : memory.format_tag.Ohwi8o, shape);
        }
        return Layout.of(wide ? memory.format_tag.OIhw16i16o : memory.format_tag.OIhw8i8o, shape);
    }

    /** The library has a dozen layouts for matrices, and chooses by their sides. */
    private static Layout linear(long... shape) {
        Layout any = Layout.any(shape);
        inner_product_forward.primitive_desc description = new inner_product_forward.primitive_desc(
                new inner_product_forward.desc(
                        dnnl_forward_training,
                        Layout.plain(TYPICAL_BATCH, shape[1]).description(),
                        any.description(),
                        Layout.plain(shape[0]).description(),
                        Layout.plain(TYPICAL_BATCH, shape[0]).description()),
                Attributes.plain(),
                OneDnn.loaded().engine(),
                false);
        return new Layout(description.weights_desc());
    }

    /** A shape as the library takes it. */
    static long[] dimensions(List<Integer> shape) {
        return shape.stream().mapToLong(Integer::longValue).toArray();
    }
}
