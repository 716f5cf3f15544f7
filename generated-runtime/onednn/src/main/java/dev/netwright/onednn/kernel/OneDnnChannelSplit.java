package dev.netwright.onednn.kernel;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Pass;
import dev.netwright.onednn.step.ZeroChannels;

/**
 * Copies a part of the channels: the library's convolutions, pools and norms fall back to reference code on a slice. A part
 * that begins or ends within a block of channels is copied out of plain order.
 */
public final class OneDnnChannelSplit {
    private OneDnnChannelSplit() {}

    static KernelPlan plan(KernelBuilder kernel, OneDnnActivation input, OneDnnActivation output, int first) {
        int count = output.shape().channels();
        Layout whole = whole(input.value().layout(), count);
        Pass forward = kernel.forward();
        Tensor x = forward.in(whole, input.value());
        Tensor y = kernel.output(output, Layout.blocked(kernel.dimensions(output.shape())));
        forward.copy(x.channels(first, count), y);
        kernel.deliver(output, y);
        if (kernel.isTraining() && input.hasGradient()) {
            addBackward(kernel, input, output.gradient(), whole, first);
        }
        return kernel.steps();
    }

    /** The library has no name for a part that begins or ends within a block. */
    private static Layout whole(Layout given, int count) {
        if (given.isPlain()) {
            return given;
        }
        long[] dimensions = given.dimensions();
        return count % OneDnn.loaded().block() == 0 ? Layout.blocked(dimensions) : Layout.plain(dimensions);
    }

    /** Adds to the part's channels of a gradient that others have written, or writes them and 0 beside them. */
    private static void addBackward(
            KernelBuilder kernel, OneDnnActivation input, Tensor gradient, Layout whole, int first) {
        Pass pass = kernel.backward();
        int count = Math.toIntExact(gradient.layout().dimensions()[1]);
        if (input.isAccumulating() && input.gradient().layout().isSameAs(whole)) {
            pass.moveOnto(gradient, input.gradient().channels(first, count));
            return;
        }
        Tensor target = kernel.gradientTarget(input, whole);
        ZeroChannels.add(pass, target, first, count);
        pass.move(gradient, target.channels(first, count));
        kernel.deliverGradient(input, target);
    }
}
