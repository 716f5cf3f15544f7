package dev.netwright.plan.onednn;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Shape;
import dev.netwright.plan.PlannedRegion.Kind;

/** One kernel's forward and backward pass, and the handling of inputs and outputs that all kernels share. */
final class Kernel {
    private final String name;
    private final int batch;
    private final boolean isTraining;
    private final Ledger ledger;
    private final Pass forward;
    private final Pass backward;

    /**
     * A kernel without memory.
     *
     * @param name the operation's name
     * @param batch the number of images
     * @param isTraining whether it has a backward pass
     * @param ledger the memory of the binding
     * @param position the number of kernels before it
     * @param kernels the number of all kernels, whose backward runs in the opposite order
     */
    Kernel(String name, int batch, boolean isTraining, Ledger ledger, int position, int kernels) {
        this.name = name;
        this.batch = batch;
        this.isTraining = isTraining;
        this.ledger = ledger;
        forward = new Pass(name, position, ledger);
        backward = new Pass(name, 2 * kernels - 1 - position, ledger);
    }

    int batch() {
        return batch;
    }

    boolean isTraining() {
        return isTraining;
    }

    Pass forward() {
        return forward;
    }

    Pass backward() {
        return backward;
    }

    Layout layout(Order order, Shape shape) {
        return Layout.of(order, batch, shape);
    }

    /** Memory that stays allocated from step to step. */
    Tensor own(Layout layout) {
        own(layout.bytes());
        return new Tensor(layout, null);
    }

    void own(long bytes) {
        ledger.own(bytes);
    }

    /** A prediction's weights in the layout that its code reads; they replace those in training's layout. */
    void weights(Weights stored, Weights wanted) {
        ledger.own(wanted.bytes() - stored.bytes());
    }

    /**
     * The tensor in which the output is computed. If the host needs planes and the kernel computes blocks,
     * {@link #deliver} copies it.
     */
    Tensor output(Handle output, Layout produced) {
        Layout agreed = output.isHosts() ? produced.in(Order.PLANES) : produced;
        output.setValue(output.isHosts() ? own(agreed) : forward.place(Kind.VALUE, agreed));
        if (output.hasGradient()) {
            output.setGradient(new Tensor(agreed, ledger.region(name, Kind.GRADIENT, agreed.bytes())));
        }
        return agreed.isSameAs(produced) ? output.value() : forward.scratch(produced);
    }

    /** Copies a computed output to its place, if it was computed elsewhere. */
    void deliver(Handle output, Tensor computed) {
        forward.copy(computed, output.value());
    }

    /** An input's values in the output's shape; the two shapes differ if the input is flattened. */
    Tensor value(Handle input, Handle output) {
        return value(input, output.shape());
    }

    /** An input's values in a shape that differs only in being flattened. */
    Tensor value(Handle input, Shape shape) {
        if (input.shape().equals(shape)) {
            return input.value();
        }
        Tensor plain = forward.in(layout(Order.PLANES, input.shape()), input.value());
        return plain.as(layout(Order.PLANES, shape));
    }

    /** The tensor in which backward computes an input's gradient; {@link #deliverGradient} completes it. */
    Tensor gradientTarget(Handle input, Layout produced, boolean accumulates) {
        return !accumulates && input.gradient().layout().isSameAs(produced)
                ? input.gradient()
                : backward.scratch(produced);
    }

    /** Copies a computed gradient to its input, or adds it if the input's gradient already has a part of its sum. */
    void deliverGradient(Handle input, Tensor computed, boolean accumulates) {
        Layout sides = layout(computed.layout().order(), input.shape());
        Tensor found = computed.layout().hasSidesOf(sides)
                ? computed
                : backward.in(computed.layout().in(Order.PLANES), computed).as(layout(Order.PLANES, input.shape()));
        if (accumulates) {
            backward.add(input.gradient(), found);
        } else {
            backward.copy(found, input.gradient());
        }
    }

    /** Applies an activation. Where zeros fill up blocks, a function that isn't 0 at 0 needs a constant
     * that keeps the zeros. */
    void apply(ActivationFunction function, Tensor x, Tensor y) {
        if (function.isIdentity()) {
            forward.copy(x, y);
            return;
        }
        Layout layout = x.layout();
        if (!function.isZeroAtZero() && layout.isPadded()) {
            boolean isOneBlock = layout.channels() <= Layout.BLOCK;
            long row = (long) Layout.BLOCK * layout.height() * layout.width();
            own(Layout.vector(isOneBlock ? row : layout.filledChannels()));
        }
        forward.needs(x, y);
    }

    /** Computes {@code gradient = gradient f'} in place, with f' from the function's result or from its argument. */
    void differentiate(ActivationFunction function, Tensor known, Tensor gradient) {
        if (!function.isIdentity()) {
            backward.needs(backward.in(gradient.layout(), known), gradient);
        }
    }
}
