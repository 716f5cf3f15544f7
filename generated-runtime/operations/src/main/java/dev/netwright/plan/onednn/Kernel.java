package dev.netwright.plan.onednn;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Shape;
import dev.netwright.plan.PlannedRegion.Kind;

/** One kernel's two passes, and what all kernels do with their inputs and outputs. */
final class Kernel {
    private final String name;
    private final int batch;
    private final boolean isTraining;
    private final Ledger ledger;
    private final Pass forward;
    private final Pass backward;

    /**
     * A kernel that needs nothing yet.
     *
     * @param position number of kernels before it
     * @param kernels number of all, whose backward runs in the opposite order
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

    /** Memory that lasts from step to step. */
    Tensor own(Layout layout) {
        own(layout.bytes());
        return new Tensor(layout, null);
    }

    void own(long bytes) {
        ledger.own(bytes);
    }

    /** A prediction's weights in the order that its code reads, which replace those in the order of training. */
    void weights(Weights stored, Weights wanted) {
        ledger.own(wanted.bytes() - stored.bytes());
    }

    /** Where the output is computed; where the host wants planes and the kernel gives blocks, {@link #deliver} copies it. */
    Tensor output(Handle output, Layout produced) {
        Layout agreed = output.isHosts() ? produced.in(Order.PLANES) : produced;
        output.setValue(output.isHosts() ? own(agreed) : forward.place(Kind.VALUE, agreed));
        if (output.hasGradient()) {
            output.setGradient(new Tensor(agreed, ledger.region(name, Kind.GRADIENT, agreed.bytes())));
        }
        return agreed.isSameAs(produced) ? output.value() : forward.scratch(produced);
    }

    /** Completes an output after the primitive that computed it. */
    void deliver(Handle output, Tensor computed) {
        forward.copy(computed, output.value());
    }

    /** An input's values in the output's channels, rows and columns, where the two differ in being flattened. */
    Tensor value(Handle input, Handle output) {
        if (input.shape().equals(output.shape())) {
            return input.value();
        }
        Tensor plain = forward.in(layout(Order.PLANES, input.shape()), input.value());
        return plain.as(layout(Order.PLANES, output.shape()));
    }

    /** Where backward writes the gradient of an input; {@link #deliverGradient} completes it. */
    Tensor gradientTarget(Handle input, Layout produced, boolean accumulates) {
        return !accumulates && input.gradient().layout().isSameAs(produced)
                ? input.gradient()
                : backward.scratch(produced);
    }

    /** Brings a computed gradient to its input: added where others have written it before. */
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

    /** A function by itself; the sigmoid of blocks that aren't full takes a constant that keeps them at 0. */
    void apply(ActivationFunction function, Tensor x, Tensor y) {
        if (function == ActivationFunction.IDENTITY) {
            forward.copy(x, y);
            return;
        }
        Layout layout = x.layout();
        if (function == ActivationFunction.SIGMOID && layout.isPadded()) {
            boolean isOneBlock = layout.channels() <= Layout.BLOCK;
            long row = (long) Layout.BLOCK * layout.height() * layout.width();
            own(Layout.vector(isOneBlock ? row : layout.filledChannels()));
        }
        forward.needs(x, y);
    }

    /** {@code gradient = gradient f'} in place, with f' from the function's result, or from its argument. */
    void differentiate(ActivationFunction function, Tensor known, Tensor gradient) {
        if (function != ActivationFunction.IDENTITY) {
            backward.needs(backward.in(gradient.layout(), known), gradient);
        }
    }
}
