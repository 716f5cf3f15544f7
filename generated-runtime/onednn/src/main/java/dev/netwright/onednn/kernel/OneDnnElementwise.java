package dev.netwright.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Pass;
import dev.netwright.operation.ActivationFunction;
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
            differentiate(pass, function, function.isDerivedFromResult() ? output.value() : x, gradient);
            if (input.hasGradient()) {
                kernel.deliverGradient(input, gradient);
            }
        }
        return kernel.steps();
    }

    /** Adds {@code y = f(x)} in one layout; the same tensor may be both. */
    static void apply(KernelBuilder kernel, ActivationFunction function, Tensor x, Tensor y) {
        Pass pass = kernel.forward();
        if (function == ActivationFunction.IDENTITY) {
            pass.copy(x, y);
        } else if (function == ActivationFunction.SIGMOID && x.layout().isPadded()) {
            PaddedSigmoid.add(kernel, x, y);
        } else {
            eltwise_forward.primitive_desc description = forward(function, x.layout());
            pass.primitive(description, () -> new eltwise_forward(description), DNNL_ARG_SRC, x, DNNL_ARG_DST, y);
        }
    }

    /**
     * Adds {@code gradient = gradient f'} in place.
     *
     * @param known the function's result, or its argument if f' doesn't follow from the result
     */
    static void differentiate(Pass pass, ActivationFunction function, Tensor known, Tensor gradient) {
        if (function == ActivationFunction.IDENTITY) {
            return;
        }
        Tensor data = pass.in(gradient.layout(), known);
        eltwise_backward.primitive_desc description = new eltwise_backward.primitive_desc(
                new eltwise_backward.desc(
                        Attributes.backward(function),
                        gradient.layout().description(),
                        data.layout().description(),
                        Attributes.factor(function),
                        0),
                Attributes.plain(),
                OneDnn.loaded().engine(),
                forward(function, data.layout()),
                false);
        pass.primitive(
                description,
                () -> new eltwise_backward(description),
                function.isDerivedFromResult() ? DNNL_ARG_DST : DNNL_ARG_SRC,
                data,
                DNNL_ARG_DIFF_DST,
                gradient,
                DNNL_ARG_DIFF_SRC,
                gradient);
    }

    private static eltwise_forward.primitive_desc forward(ActivationFunction function, Layout layout) {
        return new eltwise_forward.primitive_desc(
                new eltwise_forward.desc(
                        dnnl_forward_training,
                        Attributes.backward(function),
                        layout.description(),
                        Attributes.factor(function),
                        0),
                Attributes.plain(),
                OneDnn.loaded().engine(),
                false);
    }
}
