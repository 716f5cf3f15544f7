package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.ConvBiasActivation;
import dev.netwright.runtime.kernel.Dropout;
import dev.netwright.runtime.kernel.Linear;
import dev.netwright.runtime.kernel.LocalResponseNorm;
import dev.netwright.runtime.kernel.Mode;
import dev.netwright.runtime.kernel.Pool;
import dev.netwright.runtime.kernel.PoolKind;
import dev.netwright.runtime.kernel.Shape;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.runtime.kernel.SoftmaxCrossEntropy;
import dev.netwright.runtime.kernel.Window;
import org.jspecify.annotations.Nullable;

/** Both passes: the first makes kernels over no memory at all, which can't run, the second over the arena. */
final class ReferenceBinding implements Binding {
    private static final double[] NO_MEMORY = {};

    private final ReferenceParameters parameters;
    private final SlotSizes sizes;
    private final double @Nullable [] arenaOrNull;
    private final Mode mode;
    private final StepInput step;
    private @Nullable ReferenceActivation images;
    private @Nullable ReferenceActivation logits;

    private ReferenceBinding(
            ReferenceParameters parameters,
            SlotSizes sizes,
            double @Nullable [] arenaOrNull,
            Mode mode,
            StepInput step) {
        this.parameters = parameters;
        this.sizes = sizes;
        this.arenaOrNull = arenaOrNull;
        this.mode = mode;
        this.step = step;
    }

    /** The pass that fills {@code sizes}. */
    static ReferenceBinding measuring(ReferenceParameters parameters, SlotSizes sizes, Mode mode) {
        return new ReferenceBinding(parameters, sizes, null, mode, new StepInput(0, sizes.batch()));
    }

    /** The pass that binds memory. */
    static ReferenceBinding binding(
            ReferenceParameters parameters, SlotSizes sizes, double[] arena, Mode mode, StepInput step) {
        return new ReferenceBinding(parameters, sizes, arena, mode, step);
    }

    ReferenceActivation boundImages() {
        return bound(images, "images");
    }

    ReferenceActivation boundLogits() {
        return bound(logits, "logits");
    }

    @Override
    public Activation images(Shape shape, Slot value) {
        images = new ReferenceActivation(shape, tensor(value, shape), null);
        return images;
    }

    @Override
    public Activation activation(Shape shape, Slot value, Slot gradient) {
        return new ReferenceActivation(shape, tensor(value, shape), tensor(gradient, shape));
    }

    @Override
    public Activation activation(Shape shape, Slot value) {
        return new ReferenceActivation(shape, tensor(value, shape), null);
    }

    @Override
    public Activation logits(Shape shape, Slot value, Slot gradient) {
        logits = new ReferenceActivation(shape, tensor(value, shape), tensor(gradient, shape));
        return logits;
    }

    @Override
    public Activation logits(Shape shape, Slot value) {
        logits = new ReferenceActivation(shape, tensor(value, shape), null);
        return logits;
    }

    @Override
    public ConvBiasActivation convolution(
            String layer, Activation input, Activation output, Window window, ActivationFunction function) {
        return new ReferenceConvolution(
                layer,
                mode,
                ReferenceActivation.of(input),
                ReferenceActivation.of(output),
                window,
                function,
                parameters);
    }

    @Override
    public Pool pool(String layer, Activation input, Activation output, PoolKind kind, Window window) {
        return new ReferencePool(
                layer, mode, ReferenceActivation.of(input), ReferenceActivation.of(output), kind, window);
    }

    @Override
    public LocalResponseNorm localResponseNorm(
            String layer,
            Activation input,
            Activation output,
            int size,
            double alpha,
            double beta,
            double k,
            Slot scale) {
        return norm(layer, input, output, size, alpha, beta, k, tensor(scale, input.shape()));
    }

    @Override
    public LocalResponseNorm localResponseNorm(
            String layer, Activation input, Activation output, int size, double alpha, double beta, double k) {
        Shape shape = input.shape();
        double[] memory = new double[sizes.batch() * shape.size()];
        return norm(layer, input, output, size, alpha, beta, k, new Tensor(memory, 0, sizes.batch(), shape));
    }

    @Override
    public Linear linear(String layer, Activation input, Activation output, ActivationFunction function) {
        return new ReferenceLinear(
                layer, mode, ReferenceActivation.of(input), ReferenceActivation.of(output), function, parameters);
    }

    @Override
    public Dropout dropout(String layer, Activation input, Activation output, double rate, int position, Slot mask) {
        if (mode == Mode.INFERENCE) {
            throw new IllegalStateException(layer + " is a dropout, which an inference program has none of");
        }
        return new ReferenceDropout(
                layer,
                mode,
                ReferenceActivation.of(input),
                ReferenceActivation.of(output),
                rate,
                position,
                tensor(mask, input.shape()),
                step);
    }

    @Override
    public SoftmaxCrossEntropy softmaxCrossEntropy(Activation logitsHandle, Slot logProbabilities) {
        ReferenceActivation activation = ReferenceActivation.of(logitsHandle);
        return new ReferenceSoftmaxCrossEntropy(activation, tensor(logProbabilities, activation.shape()), step);
    }

    private LocalResponseNorm norm(
            String layer,
            Activation input,
            Activation output,
            int size,
            double alpha,
            double beta,
            double k,
            Tensor scale) {
        return new ReferenceLocalResponseNorm(
                layer,
                mode,
                ReferenceActivation.of(input),
                ReferenceActivation.of(output),
                size,
                alpha,
                beta,
                k,
                scale);
    }

    private Tensor tensor(Slot slot, Shape shape) {
        if (arenaOrNull == null) {
            sizes.require(slot, shape);
            return new Tensor(NO_MEMORY, 0, sizes.batch(), shape);
        }
        return sizes.tensor(slot, shape, arenaOrNull);
    }

    private static ReferenceActivation bound(@Nullable ReferenceActivation activation, String what) {
        if (activation == null) {
            throw new IllegalStateException("the program has bound no " + what);
        }
        return activation;
    }
}
