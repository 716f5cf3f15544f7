package dev.netwright.onednn.kernel;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.memory.ArenaPlace;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.parameter.OneDnnParameters;
import dev.netwright.onednn.step.Pass;
import dev.netwright.operation.Mode;
import dev.netwright.operation.Shape;
import java.util.Arrays;
import java.util.List;

/** Where a kernel's class puts together what the kernel does. */
public final class KernelBuilder {
    private final String name;
    private final String layer;
    private final BindingPlan plan;
    private final Pass forward;
    private final Pass backward;

    /**
     * A kernel without steps.
     *
     * @param name that of its operation
     * @param layer what its parameters' names begin with
     * @param position number of kernels before it
     * @param kernels number of all, whose backward runs in the opposite order
     */
    KernelBuilder(String name, String layer, BindingPlan plan, int position, int kernels) {
        this.name = name;
        this.layer = layer;
        this.plan = plan;
        this.forward = new Pass(position, plan.arena());
        this.backward = new Pass(2 * kernels - 1 - position, plan.arena());
    }

    String name() {
        return name;
    }

    String layer() {
        return layer;
    }

    BindingPlan plan() {
        return plan;
    }

    OneDnnParameters parameters() {
        return plan.parameters();
    }

    Pass forward() {
        return forward;
    }

    Pass backward() {
        return backward;
    }

    boolean isTraining() {
        return plan.mode() == Mode.TRAINING;
    }

    int batch() {
        return plan.batch();
    }

    /** An image layout's dimensions. */
    long[] dimensions(Shape shape) {
        return new long[] {batch(), shape.channels(), shape.height(), shape.width()};
    }

    /**
     * Where the output is to be computed. If the host wants it plain and a kernel doesn't give it so, {@link #deliver} copies it.
     *
     * @param produced the layout that the kernel gives it
     */
    Tensor output(OneDnnActivation output, Layout produced) {
        Layout agreed = output.isPlain() && !produced.isPlain() ? Layout.plain(produced.dimensions()) : produced;
        output.setValue(new Tensor(agreed, plan.place(output, agreed)));
        if (output.hasGradient()) {
            output.setGradient(new Tensor(agreed, new ArenaPlace(plan.arena().region(agreed.bytes()))));
        }
        return agreed.isSameAs(produced) ? output.value() : forward.scratch(produced);
    }

    /** Completes an output after the primitive that computed it. */
    void deliver(OneDnnActivation output, Tensor computed) {
        forward.copy(computed, output.value());
    }

    /** An input's values in the output's channels, rows and columns, where the two differ in being flattened. */
    Tensor value(OneDnnActivation input, OneDnnActivation output) {
        return value(input, output.shape());
    }

    /** An input's values in a shape that differs only in being flattened. */
    Tensor value(OneDnnActivation input, Shape shape) {
        if (input.shape().equals(shape)) {
            return forward.in(input.value().layout().wide(), input.value());
        }
        Tensor plain = forward.in(Layout.plain(dimensions(input.shape())), input.value());
        return plain.reshaped(dimensions(shape));
    }

    /** Where a kernel's backward is to write the gradient of an input; {@link #deliverGradient} completes it. */
    Tensor gradientTarget(OneDnnActivation input, Layout produced) {
        return canTake(input, produced) ? input.gradient() : backward.scratch(produced);
    }

    /** Whether an input's gradient may be written in place: it has the layout, and nobody has written a part of it before. */
    boolean canTake(OneDnnActivation input, Layout produced) {
        return !input.isAccumulating() && input.gradient().layout().isSameAs(produced);
    }

    /** Brings a computed gradient to its input: added where others have written it before. */
    void deliverGradient(OneDnnActivation input, Tensor computed) {
        Tensor gradient = inShapeOf(input, computed);
        if (input.isAccumulating()) {
            backward.add(input.gradient(), gradient);
        } else {
            backward.copy(gradient, input.gradient());
        }
    }

    private Tensor inShapeOf(OneDnnActivation input, Tensor computed) {
        long[] from = computed.layout().dimensions();
        long[] to = dimensions(input.shape());
        return Arrays.equals(from, to)
                ? computed
                : backward.in(Layout.plain(from), computed).reshaped(to);
    }

    /** A kernel that does nothing but its steps. A frozen layer is planned like any other, and its backward is left out. */
    KernelPlan steps() {
        plan.count(layer, forward, backward);
        return new KernelPlan(name, forward.steps(), plan.hasBackward(layer) ? backward.steps() : List.of(), List.of());
    }
}
