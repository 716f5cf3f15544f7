package dev.netwright.onednn.kernel;

import dev.netwright.onednn.image.ImageLayer;
import dev.netwright.onednn.image.ImageLayerScale;
import dev.netwright.onednn.image.NormTensors;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.parameter.OneDnnParameters;
import dev.netwright.onednn.step.Pass;
import dev.netwright.operation.LayerScale;
import dev.netwright.operation.Operation;
import dev.netwright.runtime.kernel.Parameter;
import java.util.Optional;

/**
 * Layers that Java computes, in the layout of their input where it can be walked over. The library's own layer norm reads pixels whose
 * channels lie next to each other, and adds float by float; it has no group norm.
 */
public final class OneDnnImageLayer {
    private OneDnnImageLayer() {}

    static KernelPlan plan(
            KernelBuilder kernel,
            OneDnnActivation input,
            OneDnnActivation output,
            Operation operation,
            ImageLayer layer) {
        Pass forward = kernel.forward();
        Tensor given = input.shape().equals(output.shape()) ? input.value() : kernel.value(input, output);
        Layout layout = layer.layout(given.layout());
        Tensor x = forward.in(layout, given);
        Tensor y = kernel.output(output, layout);
        forward.host(layer.forward(x, y), x, y);
        kernel.deliver(output, y);
        boolean hasParameters = !operation.parameters().isEmpty();
        if (kernel.isTraining() && (hasParameters || input.hasGradient())) {
            addBackward(kernel, x, input, output, operation, layer);
        }
        return kernel.steps();
    }

    private static void addBackward(
            KernelBuilder kernel,
            Tensor x,
            OneDnnActivation input,
            OneDnnActivation output,
            Operation operation,
            ImageLayer layer) {
        Pass backward = kernel.backward();
        Tensor g = backward.in(x.layout(), output.gradient());
        Optional<Tensor> target =
                input.hasGradient() ? Optional.of(kernel.gradientTarget(input, x.layout())) : Optional.empty();
        backward.host(layer.backward(x, g, target), g);
        target.ifPresent(backward::needs);
        if (!operation.isLinear()) {
            backward.needs(x);
        }
        target.ifPresent(computed -> kernel.deliverGradient(input, computed));
    }

    /** The tensors of the kernel's norm. */
    static NormTensors normTensors(KernelBuilder kernel) {
        OneDnnParameters parameters = kernel.parameters();
        Parameter weight = parameters.table().weight(kernel.layer());
        Parameter bias = parameters.table().tensor(kernel.layer() + ".bias");
        return new NormTensors(
                parameters.value(weight), parameters.value(bias), gradient(kernel, weight), gradient(kernel, bias));
    }

    /** The kernel's layer scale. */
    static ImageLayerScale layerScale(KernelBuilder kernel) {
        Parameter factors = kernel.parameters().table().tensor(kernel.layer() + "." + LayerScale.TENSOR);
        return new ImageLayerScale(
                kernel.parameters().value(factors),
                gradient(kernel, factors),
                kernel.plan().imageBuffers());
    }

    /** The gradient of a parameter; an inference program has none, and reads only the value. */
    private static Tensor gradient(KernelBuilder kernel, Parameter parameter) {
        OneDnnParameters parameters = kernel.parameters();
        return kernel.isTraining() ? parameters.gradient(parameter) : parameters.value(parameter);
    }
}
