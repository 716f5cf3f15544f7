package dev.netwright.onednn.library;

import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_hardswish;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_logistic;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_logistic_use_dst_for_bwd;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu_use_dst_for_bwd;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_swish;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_tanh;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_tanh_use_dst_for_bwd;
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
        post_ops sum = new post_ops();
        sum.append_sum(1, memory.data_type.undef);
        primitive_attr attributes = plain();
        attributes.set_post_ops(sum);
        return attributes;
    }

    /** An activation function of the result. */
    public static primitive_attr with(ActivationFunction function) {
        primitive_attr attributes = plain();
        if (function != ActivationFunction.IDENTITY) {
            post_ops operations = new post_ops();
            operations.append_eltwise(1, forward(function), factor(function), 0);
            attributes.set_post_ops(operations);
        }
        return attributes;
    }

    /** The library's name of a function. */
    public static int forward(ActivationFunction function) {
        return switch (function) {
            case IDENTITY -> throw new IllegalArgumentException("the identity is no operation");
            case SIGMOID -> dnnl_eltwise_logistic;
            case RELU -> dnnl_eltwise_relu;
            case TANH -> dnnl_eltwise_tanh;
            case SILU -> dnnl_eltwise_swish;
            case HARD_SWISH -> dnnl_eltwise_hardswish;
        };
    }

    /** The library's factor of x within a function; only that of {@code swish} has one. */
    public static float factor(ActivationFunction function) {
        return function == ActivationFunction.SILU ? 1 : 0;
    }

    /** The library's name of a function whose derivative is to follow from its result, where it does. */
    public static int backward(ActivationFunction function) {
        return switch (function) {
            case IDENTITY -> throw new IllegalArgumentException("the identity is no operation");
            case SIGMOID -> dnnl_eltwise_logistic_use_dst_for_bwd;
            case RELU -> dnnl_eltwise_relu_use_dst_for_bwd;
            case TANH -> dnnl_eltwise_tanh_use_dst_for_bwd;
            case SILU, HARD_SWISH -> forward(function);
        };
    }
}
