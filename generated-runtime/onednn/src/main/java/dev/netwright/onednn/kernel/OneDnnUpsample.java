package dev.netwright.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_resampling_linear;
import static org.bytedeco.dnnl.global.dnnl.dnnl_resampling_nearest;

import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Pass;
import dev.netwright.operation.Interpolation;
import dev.netwright.operation.Upsample;
import org.bytedeco.dnnl.resampling_backward;
import org.bytedeco.dnnl.resampling_forward;

/**
 * Upsampling as one primitive. The library measures between pixels' centres and has no other weights; {@link OneDnnResampling} has all
 * others.
 */
public final class OneDnnUpsample {
    private OneDnnUpsample() {}

    static KernelPlan plan(KernelBuilder kernel, OneDnnActivation input, OneDnnActivation output, Upsample operation) {
        if (!operation.isByCentres()) {
            return OneDnnResampling.plan(kernel, input, output, operation.resampling());
        }
        int algorithm =
                operation.interpolation() == Interpolation.NEAREST ? dnnl_resampling_nearest : dnnl_resampling_linear;
        Layout in = layout(input.value().layout());
        Layout any = Layout.any(kernel.dimensions(output.shape()));
        Tensor x = kernel.forward().in(in, input.value());
        resampling_forward.primitive_desc forward = new resampling_forward.primitive_desc(
                new resampling_forward.desc(
                        kernel.isTraining() ? dnnl_forward_training : dnnl_forward_inference,
                        algorithm,
                        in.description(),
                        any.description()),
                Attributes.plain(),
                OneDnn.loaded().engine(),
                false);
        Layout out = new Layout(forward.dst_desc());
        Tensor y = kernel.output(output, out);
        kernel.forward().primitive(forward, () -> new resampling_forward(forward), DNNL_ARG_SRC, x, DNNL_ARG_DST, y);
        kernel.deliver(output, y);
        if (kernel.isTraining() && input.hasGradient()) {
            Pass pass = kernel.backward();
            Tensor g = pass.in(out, output.gradient());
            Tensor target = kernel.gradientTarget(input, in);
            resampling_backward.primitive_desc backward = new resampling_backward.primitive_desc(
                    new resampling_backward.desc(algorithm, in.description(), out.description()),
                    Attributes.plain(),
                    OneDnn.loaded().engine(),
                    forward,
                    false);
            pass.primitive(
                    backward, () -> new resampling_backward(backward), DNNL_ARG_DIFF_DST, g, DNNL_ARG_DIFF_SRC, target);
            kernel.deliverGradient(input, target);
        }
        return kernel.steps();
    }

    /** That of the input, unless its last block isn't full: what is missing there has to stay 0. */
    private static Layout layout(Layout given) {
        return given.isPadded() ? Layout.plain(given.dimensions()) : given;
    }
}
