package dev.netwright.onednn.step;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_add;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_mul;

import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.operation.ActivationFunction;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/** {@code y = f(factor x + shift)} of rows, with a factor and a shift of each column, as one primitive. */
public final class ScaleAndShift {
    /** The library's number for the second operand of the first operation behind the primitive. */
    private static final int SHIFT = DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE | DNNL_ARG_SRC_1;

    private ScaleAndShift() {}

    public static void add(Pass pass, Tensor x, Tensor factor, Tensor shift, Tensor y, ActivationFunction function) {
        binary.primitive_desc description = new binary.primitive_desc(
                new binary.desc(
                        dnnl_binary_mul,
                        x.layout().description(),
                        factor.layout().description(),
                        y.layout().description()),
                attributes(shift.layout(), function),
                OneDnn.loaded().engine(),
                false);
        pass.primitive(
                description,
                () -> new binary(description),
                DNNL_ARG_SRC_0,
                x,
                DNNL_ARG_SRC_1,
                factor,
                SHIFT,
                shift,
                DNNL_ARG_DST,
                y);
    }

    private static primitive_attr attributes(Layout shift, ActivationFunction function) {
        post_ops operations = new post_ops();
        operations.append_binary(dnnl_binary_add, shift.description());
        Attributes.append(operations, function);
        primitive_attr attributes = Attributes.plain();
        attributes.set_post_ops(operations);
        return attributes;
    }
}
