package dev.netwright.plan.onednn;

import dev.netwright.operation.Multiply;

/**
 * Multiplies two values, or the channels of an image by a gate. A gate's gradient is summed from the means of
 * {@link Pieces}, after the output's gradient has been multiplied in place.
 */
final class MultiplicationKernel {
    private final Kernel kernel;
    private final Multiply operation;
    private final Factor left;
    private final Factor right;
    private final Handle output;

    /** An input, and whether its gradient already has a part of its sum. */
    record Factor(Handle input, boolean isAccumulating) {}

    private MultiplicationKernel(Kernel kernel, Multiply operation, Factor left, Factor right, Handle output) {
        this.kernel = kernel;
        this.operation = operation;
        this.left = left;
        this.right = right;
        this.output = output;
    }

    static void plan(Kernel kernel, Multiply operation, Factor left, Factor right, Handle output) {
        new MultiplicationKernel(kernel, operation, left, right, output).plan();
    }

    private void plan() {
        Pass forward = kernel.forward();
        Tensor given = kernel.value(left.input(), output);
        Layout layout = operation.isGated() ? Pieces.layout(given.layout()) : given.layout();
        Tensor x = forward.in(layout, given);
        Layout factor = kernel.layout(layout.order(), operation.factor());
        Tensor gate = forward.in(factor, kernel.value(right.input(), operation.factor()));
        Tensor y = kernel.output(output, layout);
        forward.needs(x, gate, y);
        kernel.deliver(output, y);
        if (kernel.isTraining()) {
            deliver(left, layout, gate, false);
            deliver(right, factor, x, operation.isGated());
        }
    }

    /** Computes a factor's gradient with the other factor; a gate's is summed over the pixels. */
    private void deliver(Factor factor, Layout layout, Tensor other, boolean isSummed) {
        if (!factor.input().hasGradient()) {
            return;
        }
        Pass pass = kernel.backward();
        Tensor target = kernel.gradientTarget(factor.input(), layout, factor.isAccumulating());
        pass.needs(output.gradient(), other, target);
        if (isSummed) {
            Pieces pieces = Pieces.of(output.gradient().layout());
            pass.needs(pass.scratch(pieces.vector(pieces.blocks())));
        }
        kernel.deliverGradient(factor.input(), target, factor.isAccumulating());
    }
}
