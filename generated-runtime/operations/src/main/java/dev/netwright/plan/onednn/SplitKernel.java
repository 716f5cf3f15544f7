package dev.netwright.plan.onednn;

import dev.netwright.operation.ChannelSplit;

/** Copies a part of the channels; if the part starts or ends within a block of channels, out of planes. */
final class SplitKernel {
    private SplitKernel() {}

    static void plan(Kernel kernel, ChannelSplit operation, Handle input, Handle output, boolean isAccumulating) {
        Layout given = input.value().layout();
        boolean isOfBlocks = operation.output().shape().channels() % Layout.BLOCK == 0;
        Layout whole = given.isPlain() || !isOfBlocks ? given.in(Order.PLANES) : given.in(Order.BLOCKS);
        Pass forward = kernel.forward();
        Tensor x = forward.in(whole, input.value());
        Tensor y = kernel.output(output, kernel.layout(Order.BLOCKS, output.shape()));
        forward.needs(x, y);
        kernel.deliver(output, y);
        if (kernel.isTraining() && input.hasGradient()) {
            boolean isAdded = isAccumulating && given.isSameAs(whole);
            Tensor target = isAdded ? input.gradient() : kernel.gradientTarget(input, whole, isAccumulating);
            kernel.backward().needs(output.gradient(), target);
            if (!isAdded) {
                kernel.deliverGradient(input, target, isAccumulating);
            }
        }
    }
}
