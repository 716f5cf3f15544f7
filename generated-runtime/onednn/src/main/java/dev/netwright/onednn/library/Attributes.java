package dev.netwright.onednn.library;

import static org.bytedeco.dnnl.global.dnnl.dnnl_scratchpad_mode_user;

import dev.netwright.operation.ActivationFunction;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/** What primitives do beside their formula: activation functions on the way out; and all get their scratch from us. */
public final class Attributes {
    private Attributes() {}

    /** Nothing beside the formula. */
    public static primitive_attr plain() {
        primitive_attr attributes = new primitive_attr();
        attributes.set_scratchpad_mode(dnnl_scratchpad_mode_user);
        return attributes;
    }

    /** The result is added to what is there. */
    public static primitive_attr adding() {
        return adding(ActivationFunction.IDENTITY);
    }

    /** An activation function of the sum of the result and what is there. */
    public static primitive_attr adding(ActivationFunction function) {
        post_ops operations = new post_ops();
        operations.append_sum(1, memory.data_type.undef);
        append(operations, function);
        primitive_attr attributes = plain();
        attributes.set_post_ops(operations);
        return attributes;
    }

    /** An activation function of the result. */
    public static primitive_attr with(ActivationFunction function) {
        primitive_attr attributes = plain();
        if (!function.isIdentity()) {
            post_ops operations = new post_ops();
            append(operations, function);
            attributes.set_post_ops(operations);
        }
        return attributes;
    }

    /** Appends an activation function to what happens behind a primitive. */
    public static void append(post_ops operations, ActivationFunction function) {
        for (Eltwise operation : Eltwise.of(function)) {
            operations.append_eltwise(1, operation.forward(), operation.alpha(), operation.beta());
        }
    }
}
