package dev.netwright.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_lrn_across_channels;

import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Pass;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.lrn_backward;
import org.bytedeco.dnnl.lrn_forward;

/** Local response normalization across channels as one primitive. */
public final class OneDnnLocalResponseNorm {
    private OneDnnLocalResponseNorm() {}

    static KernelPlan plan(
            KernelBuilder kernel,
            OneDnnActivation input,
            OneDnnActivation output,
            int size,
            double alpha,
            double beta,
            double k) {
        Layout layout = Layout.blocked(kernel.dimensions(input.shape()));
        Tensor x = kernel.forward().in(layout, input.value());
        lrn_forward.primitive_desc forward = new lrn_forward.primitive_desc(
                new lrn_forward.desc(
                        kernel.isTraining() ? dnnl_forward_training : dnnl_forward_inference,
                        dnnl_lrn_across_channels,
                        layout.description(),
                        size,
                        (float) alpha,
                        (float) beta,
                        (float) k),
                Attributes.plain(),
                OneDnn.loaded().engine(),
                false);
        Tensor kept = kernel.forward().scratch(new Layout(forward.workspace_desc()));
        Tensor y = kernel.output(output, layout);
        List<Object> arguments = new ArrayList<>(List.of(DNNL_ARG_SRC, x, DNNL_ARG_DST, y));
        addKept(arguments, kept);
        kernel.forward().primitive(forward, () -> new lrn_forward(forward), arguments.toArray());
        kernel.deliver(output, y);
        if (kernel.isTraining() && input.hasGradient()) {
            Pass pass = kernel.backward();
            Tensor g = pass.in(layout, output.gradient());
            lrn_backward.primitive_desc description = new lrn_backward.primitive_desc(
                    new lrn_backward.desc(
                            dnnl_lrn_across_channels,
                            layout.description(),
                            layout.description(),
                            size,
                            (float) alpha,
                            (float) beta,
                            (float) k),
                    Attributes.plain(),
                    OneDnn.loaded().engine(),
                    forward,
                    false);
            Tensor target = kernel.gradientTarget(input, layout);
            List<Object> backwardArguments =
                    new ArrayList<>(List.of(DNNL_ARG_SRC, x, DNNL_ARG_DIFF_DST, g, DNNL_ARG_DIFF_SRC, target));
            addKept(backwardArguments, kept);
            pass.primitive(description, () -> new lrn_backward(description), backwardArguments.toArray());
            kernel.deliverGradient(input, target);
        }
        return kernel.steps();
    }

    private static void addKept(List<Object> arguments, Tensor kept) {
        if (kept.layout().bytes() > 0) {
            arguments.addAll(List.of(DNNL_ARG_WORKSPACE, kept));
        }
    }
}
