package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.AddActivation;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.Concat;
import dev.netwright.runtime.kernel.ConvBiasActivation;
import dev.netwright.runtime.kernel.ConvNormActivation;
import dev.netwright.runtime.kernel.Dropout;
import dev.netwright.runtime.kernel.ElementwiseActivation;
import dev.netwright.runtime.kernel.Linear;
import dev.netwright.runtime.kernel.LocalResponseNorm;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.NormActivation;
import dev.netwright.runtime.kernel.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.RunningVariance;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.SingleValueNormException;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.runtime.kernel.SoftmaxCrossEntropy;
import dev.netwright.runtime.kernel.SquaredError;
import dev.netwright.operation.Window;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Both passes: the first makes kernels over no memory at all, which can't run, the second over the arena. */
final class ReferenceBinding implements Binding {
    private static final double[] NO_MEMORY = {};

    private final ReferenceParameters parameters;
    private final SlotSizes sizes;
    private final double @Nullable [] arenaOrNull;
    private final Mode mode;
    private final BindingOptions options;
    private final StepInput step;
    private final Slices slices = new Slices();
    private @Nullable ReferenceActivation images;
    private @Nullable ReferenceActivation logits;

    private ReferenceBinding(
            ReferenceParameters parameters,
            SlotSizes sizes,
            double @Nullable [] arenaOrNull,
            Mode mode,
            BindingOptions options,
            StepInput step) {
        this.parameters = parameters;
        this.sizes = sizes;
        this.arenaOrNull = arenaOrNull;
        this.mode = mode;
        this.options = options;
        this.step = step;
    }

    /** The pass that fills {@code sizes}. */
    static ReferenceBinding measuring(
            ReferenceParameters parameters, SlotSizes sizes, Mode mode, BindingOptions options) {
        return new ReferenceBinding(parameters, sizes, null, mode, options, new StepInput(0, sizes.batch()));
    }

    /** The pass that binds memory. */
    static ReferenceBinding binding(
            ReferenceParameters parameters,
            SlotSizes sizes,
            double[] arena,
            Mode mode,
            BindingOptions options,
            StepInput step) {
        return new ReferenceBinding(parameters, sizes, arena, mode, options, step);
    }

    /** The host's side of the images. */
    ImageInput imageInput(double[] arena) {
        return new ImageInput(bound(images, "images").value(), arena, slices.memory());
    }

    ReferenceActivation boundLogits() {
        return bound(logits, "logits");
    }

    @Override
    public Activation images(Shape shape, Slot value) {
        images = ReferenceActivation.withoutGradient(shape, tensor(value, shape));
        return images;
    }

    @Override
    public Activation activation(Shape shape, Slot value, Slot gradient) {
        return ReferenceActivation.withGradient(shape, tensor(value, shape), tensor(gradient, shape));
    }

    @Override
    public Activation activation(Shape shape, Slot value) {
        return ReferenceActivation.withoutGradient(shape, tensor(value, shape));
    }

    @Override
    public Activation logits(Shape shape, Slot value, Slot gradient) {
        logits = ReferenceActivation.withGradient(shape, tensor(value, shape), tensor(gradient, shape));
        return logits;
    }

    @Override
    public Activation logits(Shape shape, Slot value) {
        logits = ReferenceActivation.withoutGradient(shape, tensor(value, shape));
        return logits;
    }

    @Override
    public Activation slice(Activation whole, int firstChannel, Shape shape) {
        return arenaOrNull == null
                ? unbound(shape, ReferenceActivation.of(whole).hasGradient())
                : slices.slice(ReferenceActivation.of(whole), firstChannel, shape);
    }

    @Override
    public Activation accumulating(Activation handle) {
        ReferenceActivation activation = ReferenceActivation.of(handle);
        return activation.hasGradient() ? activation.accumulatingThrough(ownMemory(activation.shape())) : activation;
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
    public ConvNormActivation convolutionNorm(
            String layer,
            String norm,
            Activation input,
            Activation output,
            Window window,
            double epsilon,
            ActivationFunction function) {
        return new ReferenceConvNorm(
                convolution(layer, input, output, window, ActivationFunction.IDENTITY),
                norm(norm, output, output, epsilon, function));
    }

    @Override
    public NormActivation norm(
            String norm,
            Activation input,
            Activation output,
            double epsilon,
            double momentum,
            RunningVariance runningVariance,
            ActivationFunction function) {
        if (options.frozen().has(norm)) {
            return new FrozenNorm(norm(norm, input, output, epsilon, function));
        }
        Shape shape = output.shape();
        if (sizes.batch() * shape.height() * shape.width() == 1) {
            throw new SingleValueNormException(norm, shape);
        }
        return new ReferenceNorm(
                norm,
                ReferenceActivation.of(input),
                ReferenceActivation.of(output),
                new NormParameters(norm, epsilon, parameters),
                momentum,
                runningVariance,
                function);
    }

    @Override
    public NormActivation norm(
            String norm, Activation input, Activation output, double epsilon, ActivationFunction function) {
        return new ReferenceRunningNorm(
                norm,
                ReferenceActivation.of(input),
                ReferenceActivation.of(output),
                new NormParameters(norm, epsilon, parameters),
                function);
    }

    @Override
    public AddActivation add(
            String layer, Activation left, Activation right, Activation output, ActivationFunction function) {
        return new ReferenceAdd(
                layer,
                mode,
                ReferenceActivation.of(left),
                ReferenceActivation.of(right),
                ReferenceActivation.of(output),
                function);
    }

    @Override
    public Concat concat(String layer, Activation output, Activation... inputs) {
        List<ReferenceActivation> all =
                Stream.of(inputs).map(ReferenceActivation::of).toList();
        return new ReferenceConcat(layer, mode, all, ReferenceActivation.of(output));
    }

    @Override
    public ElementwiseActivation elementwise(
            String layer, Activation input, Activation output, ActivationFunction function) {
        return new ReferenceElementwise(
                layer, mode, ReferenceActivation.of(input), ReferenceActivation.of(output), function);
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
        return responseNorm(layer, input, output, size, alpha, beta, k, tensor(scale, input.shape()));
    }

    @Override
    public LocalResponseNorm localResponseNorm(
            String layer, Activation input, Activation output, int size, double alpha, double beta, double k) {
        return responseNorm(layer, input, output, size, alpha, beta, k, ownMemory(input.shape()));
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
        return softmaxCrossEntropy(logitsHandle, logProbabilities, 1);
    }

    @Override
    public SoftmaxCrossEntropy softmaxCrossEntropy(Activation logitsHandle, Slot logProbabilities, double weight) {
        ReferenceActivation activation = ReferenceActivation.of(logitsHandle);
        step.expectLabels(activation.shape().size());
        return new ReferenceSoftmaxCrossEntropy(
                activation, tensor(logProbabilities, activation.shape()), weight, options.labelSmoothing(), step);
    }

    @Override
    public SquaredError squaredError(Activation output, Slot difference, double factor) {
        ReferenceActivation activation = ReferenceActivation.of(output);
        step.expectTargets(activation.shape().size());
        return new ReferenceSquaredError(activation, tensor(difference, activation.shape()), factor, step);
    }

    private LocalResponseNorm responseNorm(
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

    /** Memory beside the arena. */
    private Tensor ownMemory(Shape shape) {
        return new Tensor(new double[sizes.batch() * shape.size()], 0, sizes.batch(), shape);
    }

    private ReferenceActivation unbound(Shape shape, boolean hasGradient) {
        Tensor nowhere = new Tensor(NO_MEMORY, 0, sizes.batch(), shape);
        return hasGradient
                ? ReferenceActivation.withGradient(shape, nowhere, nowhere)
                : ReferenceActivation.withoutGradient(shape, nowhere);
    }

    private static ReferenceActivation bound(@Nullable ReferenceActivation activation, String what) {
        if (activation == null) {
            throw new IllegalStateException("the program has bound no " + what);
        }
        return activation;
    }
}
