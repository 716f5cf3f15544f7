package dev.netwright.onednn.library;

import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_clip_v2;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_clip_v2_use_dst_for_bwd;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_elu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_elu_use_dst_for_bwd;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_gelu_erf;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_gelu_tanh;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_hardswish;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_linear;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_logistic;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_logistic_use_dst_for_bwd;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_mish;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu_use_dst_for_bwd;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_swish;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_tanh;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_tanh_use_dst_for_bwd;

import dev.netwright.operation.ActivationFunction;
import java.util.List;

/**
 * An elementwise operation of the library.
 *
 * @param forward its name
 * @param backward its name where its derivative is to follow from its result; the same as {@code forward} if it doesn't
 * @param alpha its first number, 0 if it has none
 * @param beta its second number, 0 if it has none
 */
public record Eltwise(int forward, int backward, float alpha, float beta) {
    /**
     * The operations that compute a function, one on the result of the other; none for the identity. The library has
     * no hard sigmoid before 2.7: it is {@code x / 6 + 1 / 2}, clipped.
     */
    public static List<Eltwise> of(ActivationFunction function) {
        float number = (float) function.number();
        return switch (function.kind()) {
            case IDENTITY -> List.of();
            case SIGMOID -> of(dnnl_eltwise_logistic, dnnl_eltwise_logistic_use_dst_for_bwd, 0, 0);
            case RELU, LEAKY_RELU -> of(dnnl_eltwise_relu, dnnl_eltwise_relu_use_dst_for_bwd, number, 0);
            case TANH -> of(dnnl_eltwise_tanh, dnnl_eltwise_tanh_use_dst_for_bwd, 0, 0);
            case SILU -> of(dnnl_eltwise_swish, dnnl_eltwise_swish, 1, 0);
            case HARD_SWISH -> of(dnnl_eltwise_hardswish, dnnl_eltwise_hardswish, 0, 0);
            case RELU6 -> List.of(clip(6));
            case ELU -> of(dnnl_eltwise_elu, dnnl_eltwise_elu_use_dst_for_bwd, number, 0);
            case GELU -> of(dnnl_eltwise_gelu_erf, dnnl_eltwise_gelu_erf, 0, 0);
            case GELU_TANH -> of(dnnl_eltwise_gelu_tanh, dnnl_eltwise_gelu_tanh, 0, 0);
            case HARD_SIGMOID -> List.of(new Eltwise(dnnl_eltwise_linear, dnnl_eltwise_linear, 1f / 6, 0.5f), clip(1));
            case MISH -> of(dnnl_eltwise_mish, dnnl_eltwise_mish, 0, 0);
        };
    }

    /** Whether backward reads its result, not its argument. */
    public boolean isDerivedFromResult() {
        return backward != forward;
    }

    private static List<Eltwise> of(int forward, int backward, float alpha, float beta) {
        return List.of(new Eltwise(forward, backward, alpha, beta));
    }

    /** {@code min(max(x, 0), most)}, whose derivative is 0 at both ends, as PyTorch's. */
    private static Eltwise clip(float most) {
        return new Eltwise(dnnl_eltwise_clip_v2, dnnl_eltwise_clip_v2_use_dst_for_bwd, 0, most);
    }
}
