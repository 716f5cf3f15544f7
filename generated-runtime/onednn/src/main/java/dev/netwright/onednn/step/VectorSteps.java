package dev.netwright.onednn.step;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_mul;

import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.FixedPlace;
import dev.netwright.onednn.memory.Tensor;
import java.util.List;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** Passes over flat vectors outside of any binding: each reads and writes them once. */
public final class VectorSteps {
    /** Floats in a row, so that a vector has the two dimensions between which the library's loops run. */
    private static final long ROW = 16;

    private VectorSteps() {}

    /** So many bytes from an address on. */
    public static Tensor vector(Pointer start, long bytes) {
        return tensor(Layout.plain(bytes / Float.BYTES / ROW, ROW), start);
    }

    /** {@code target = kept target + factor source}. */
    public static Step add(Tensor source, FloatPointer factor, Tensor target, double kept) {
        post_ops sum = new post_ops();
        sum.append_sum((float) kept, memory.data_type.undef);
        primitive_attr attributes = Attributes.plain();
        attributes.set_post_ops(sum);
        return multiply(source, factor, target, attributes);
    }

    /** {@code target = factor target}. */
    public static Step scale(Tensor target, FloatPointer factor) {
        return multiply(target, factor, target, Attributes.plain());
    }

    private static Step multiply(Tensor source, FloatPointer factor, Tensor target, primitive_attr attributes) {
        Tensor scalar = tensor(Layout.plain(1, 1), factor);
        binary.primitive_desc description = new binary.primitive_desc(
                new binary.desc(
                        dnnl_binary_mul,
                        source.layout().description(),
                        scalar.layout().description(),
                        target.layout().description()),
                attributes,
                OneDnn.loaded().engine(),
                false);
        return new PlannedPrimitive(
                        description.impl_info_str().getString(),
                        () -> new binary(description),
                        List.of(
                                new PlannedPrimitive.Argument(DNNL_ARG_SRC_0, source),
                                new PlannedPrimitive.Argument(DNNL_ARG_SRC_1, scalar),
                                new PlannedPrimitive.Argument(DNNL_ARG_DST, target)))
                .bind(BindingMemory.NONE);
    }

    private static Tensor tensor(Layout layout, Pointer pointer) {
        return new Tensor(layout, new FixedPlace(() -> pointer));
    }
}
