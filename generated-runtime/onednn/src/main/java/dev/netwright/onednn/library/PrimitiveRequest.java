package dev.netwright.onednn.library;

import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;
import static org.bytedeco.dnnl.global.dnnl.dnnl_unimplemented;

import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.dnnl.const_dnnl_op_desc_t;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc_base;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Asks the library for code, through its C interface: the C++ one throws the same exception whether there is no such code or the request
 * is wrong.
 */
public final class PrimitiveRequest {
    private PrimitiveRequest() {}

    /**
     * A description of the code that the library would run.
     *
     * @param operation the library's structure of what is computed, over which layouts
     * @param forward the forward pass that a backward one belongs to
     * @param typed makes a description of the operation's kind, a copy
     * @return nothing if the library has no code for these layouts
     * @throws IllegalStateException if it refuses for any other reason
     */
    public static <D extends primitive_desc_base> Optional<D> ask(
            Pointer operation,
            primitive_attr attributes,
            @Nullable primitive_desc_base forward,
            Function<dnnl_primitive_desc, D> typed) {
        dnnl_primitive_desc answer = new dnnl_primitive_desc();
        int status = dnnl_primitive_desc_create(
                answer,
                new const_dnnl_op_desc_t(operation),
                attributes.get(),
                OneDnn.loaded().engine().get(),
                forward == null ? null : forward.get());
        if (status == dnnl_unimplemented) {
            return Optional.empty();
        }
        if (status != dnnl_success) {
            throw new IllegalStateException("oneDNN refused a primitive with status " + status
                    + ", where it either has code (0) or has none (" + dnnl_unimplemented + ")");
        }
        try {
            return Optional.of(typed.apply(answer));
        } finally {
            dnnl_primitive_desc_destroy(answer);
        }
    }
}
