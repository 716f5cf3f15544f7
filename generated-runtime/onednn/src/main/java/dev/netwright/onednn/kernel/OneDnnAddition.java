package dev.netwright.onednn.kernel;

import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Binary;
import dev.netwright.onednn.step.Pass;
import dev.netwright.operation.ActivationFunction;

/**
 * A sum and its activation as one primitive, unless a prediction's convolution has computed it ({@link AwaitedSum}); backward both inputs
 * get the gradient, the activation's derivative in it.
 */
public final class OneDnnAddition {
    private OneDnnAddition() {}

    static KernelPlan plan(
            KernelBuilder kernel,
            OneDnnActivation left,
            OneDnnActivation right,
            OneDnnActivation output,
            ActivationFunction function) {
        if (output.isComputed()) {
            return kernel.steps();
        }
        Pass forward = kernel.forward();
        Tensor first = kernel.value(left, output);
        Tensor second = forward.in(first.layout(), kernel.value(right, output));
        Tensor y = kernel.output(output, first.layout());
        Binary.sum(forward, first, second, y, function);
        kernel.deliver(output, y);
        if (kernel.isTraining()) {
            Tensor gradient = output.gradient();
            OneDnnElementwise.differentiate(kernel.backward(), function, output.value(), gradient);
            if (left.hasGradient()) {
                kernel.deliverGradient(left, gradient);
            }
            if (right.hasGradient()) {
                kernel.deliverGradient(right, gradient);
            }
        }
        return kernel.steps();
    }
}
