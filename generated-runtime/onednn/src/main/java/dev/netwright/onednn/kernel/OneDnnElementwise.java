package dev.netwright.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.Eltwise;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Pass;
import dev.netwright.operation.ActivationFunction;
import java.util.List;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;

/** Activation functions by themselves; their derivatives follow from their results where they can. */
public final class OneDnnElementwise {
    private OneDnnElementwise() {}

    /** {@code y = f(x)}. */
    static KernelPlan plan(
            KernelBuilder kernel, OneDnnActivation input, OneDnnActivation output, ActivationFunction function) {
        Tensor x = kernel.value(input, output);
        Tensor y = kernel.output(output, x.layout());
        apply(kernel, function, x, y);
        kernel.deliver(output, y);
        if (kernel.isTraining()) {
            Pass pass = kernel.backward();
            Tensor gradient = output.gradient();
            if (input.hasGradient()) {
                Tensor known = function.isDerivedFromResult() ? output.value() : x;
                Tensor target = kernel.canTake(input, gradient.layout()) ? input.gradient() : gradient;
                differentiate(pass, function, known, gradient, target);
                kernel.deliverGradient(input, target);
            }
        }
        return kernel.steps();
    }

    /** Adds {@code y = f(x)} in one layout; the same tensor may be both. */
    static void apply(KernelBuilder kernel, ActivationFunction function, Tensor x, Tensor y) {
        Pass pass = kernel.forward();
        if (function.isIdentity()) {
            pass.copy(x, y);
        } else if (!function.isZeroAtZero() && x.layout().isPadded()) {
            PaddedSigmoid.add(kernel, function, x, y);
        } else {
            Tensor argument = x;
            for (Eltwise operation : Eltwise.of(function)) {
                eltwise_forward.primitive_desc description = forward(operation, x.layout());
                pass.primitive(
                        description, () -> new eltwise_forward(description), DNNL_ARG_SRC, argument, DNNL_ARG_DST, y);
                argument = y;
            }
        }
    }

    /**
     * Adds {@code gradient = gradient f'} in place.
     *
     * @param known the function's result, or its argument if f' doesn't follow from the result
     */
    static void differentiate(Pass pass, ActivationFunction function, Tensor known, Tensor gradient) {
        differentiate(pass, function, known, gradient, gradient);
    }

    /** Adds {@code target = gradient f'}, in one layout. */
    private static void differentiate(
            Pass pass, ActivationFunction function, Tensor known, Tensor gradient, Tensor target) {
        if (function.isIdentity()) {
            pass.copy(gradient, target);
            return;
        }
        Tensor data = pass.in(gradient.layout(), known);
        List<Eltwise> operations = Eltwise.of(function);
        Tensor given = gradient;
        for (int i = operations.size() - 1; i >= 0; i--) {
            differentiate(pass, operations.get(i), data, given, target);
            given = target;
        }
    }

    /**
     * Of several operations only the last reads the data: the others are linear. Padding is computed as if it were values,
     * because the library has no generated code beside it: the gradient is 0 there, and stays 0.
     */
    private static void differentiate(Pass pass, Eltwise operation, Tensor data, Tensor gradient, Tensor target) {
        Layout layout = gradient.layout().isPadded()
                ? Layout.plain(1, gradient.layout().bytes() / Float.BYTES)
                : gradient.layout();
        eltwise_backward.primitive_desc description = new eltwise_backward.primitive_desc(
                new eltwise_backward.desc(
                        operation.backward(),
                        layout.description(),
                        layout.description(),
                        operation.alpha(),
                        operation.beta()),
                Attributes.plain(),
                OneDnn.loaded().engine(),
                forward(operation, layout),
                false);
        pass.primitive(
                description,
                () -> new eltwise_backward(description),
                operation.isDerivedFromResult() ? DNNL_ARG_DST : DNNL_ARG_SRC,
                data,
                DNNL_ARG_DIFF_DST,
                gradient,
                DNNL_ARG_DIFF_SRC,
                target);
    }

    private static eltwise_forward.primitive_desc forward(Eltwise operation, Layout layout) {
        return new eltwise_forward.primitive_desc(
                new eltwise_forward.desc(
                        dnnl_forward_training,
                        operation.backward(),
                        layout.description(),
                        operation.alpha(),
                        operation.beta()),
                Attributes.plain(),
                OneDnn.loaded().engine(),
                false);
    }
}
