package dev.netwright.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Pass;
import org.bytedeco.dnnl.shuffle_backward;
import org.bytedeco.dnnl.shuffle_forward;

/** Channels in turn from each group, as one primitive. */
public final class OneDnnChannelShuffle {
    private static final int CHANNELS = 1;

    private OneDnnChannelShuffle() {}

    static KernelPlan plan(KernelBuilder kernel, OneDnnActivation input, OneDnnActivation output, int groups) {
        Layout layout = layout(input.value().layout());
        // The library is given the size of a group where the paper has their number.
        int inGroup = output.shape().channels() / groups;
        Tensor x = kernel.forward().in(layout, input.value());
        Tensor y = kernel.output(output, layout);
        shuffle_forward.primitive_desc forward = new shuffle_forward.primitive_desc(
                new shuffle_forward.desc(
                        kernel.isTraining() ? dnnl_forward_training : dnnl_forward_inference,
                        layout.description(),
                        CHANNELS,
                        inGroup),
                OneDnn.loaded().engine(),
                Attributes.plain(),
                false);
        kernel.forward().primitive(forward, () -> new shuffle_forward(forward), DNNL_ARG_SRC, x, DNNL_ARG_DST, y);
        kernel.deliver(output, y);
        if (kernel.isTraining() && input.hasGradient()) {
            Pass pass = kernel.backward();
            Tensor g = pass.in(layout, output.gradient());
            Tensor target = kernel.gradientTarget(input, layout);
            shuffle_backward.primitive_desc backward = new shuffle_backward.primitive_desc(
                    new shuffle_backward.desc(layout.description(), CHANNELS, inGroup),
                    OneDnn.loaded().engine(),
                    forward,
                    Attributes.plain(),
                    false);
            pass.primitive(
                    backward, () -> new shuffle_backward(backward), DNNL_ARG_DIFF_DST, g, DNNL_ARG_DIFF_SRC, target);
            kernel.deliverGradient(input, target);
        }
        return kernel.steps();
    }

    /** That of the input, unless its last block isn't full: the library leaves what is missing there as it was, and not 0. */
    private static Layout layout(Layout given) {
        return given.isPadded() ? Layout.plain(given.dimensions()) : given;
    }
}
