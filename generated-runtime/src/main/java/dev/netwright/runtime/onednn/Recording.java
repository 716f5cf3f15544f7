package dev.netwright.runtime.onednn;

import dev.netwright.runtime.host.LossTargets;
import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.ActivationFunction;
import dev.netwright.runtime.kernel.AddActivation;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.Concat;
import dev.netwright.runtime.kernel.ConvBiasActivation;
import dev.netwright.runtime.kernel.ConvNormActivation;
import dev.netwright.runtime.kernel.Dropout;
import dev.netwright.runtime.kernel.ElementwiseActivation;
import dev.netwright.runtime.kernel.FrozenLayers;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.runtime.kernel.Linear;
import dev.netwright.runtime.kernel.LocalResponseNorm;
import dev.netwright.runtime.kernel.Mode;
import dev.netwright.runtime.kernel.NormActivation;
import dev.netwright.runtime.kernel.Pool;
import dev.netwright.runtime.kernel.PoolKind;
import dev.netwright.runtime.kernel.RunningVariance;
import dev.netwright.runtime.kernel.Shape;
import dev.netwright.runtime.kernel.SingleValueNormException;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.runtime.kernel.SoftmaxCrossEntropy;
import dev.netwright.runtime.kernel.SquaredError;
import dev.netwright.runtime.kernel.UnboundKernel;
import dev.netwright.runtime.kernel.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Both passes of a binding. The first writes down what the program asks for, so that every kernel can be planned with the knowledge
 * of who reads its output; the second, when they are bound, hands the kernels out in the same order.
 */
final class Recording implements Binding {
    private final Mode mode;
    private final int batch;
    private final FrozenLayers frozen;
    private final List<Request> requests = new ArrayList<>();
    private @Nullable OneDnnActivation images;
    private @Nullable OneDnnActivation logits;
    private @Nullable LossTargets targets;
    private float[] targetValues = {};
    private List<Kernel> kernels = List.of();
    private int handedOut;

    /** A kernel that the program asks for. */
    record Request(String layer, Function<KernelBuilder, KernelPlan> planner) {}

    Recording(Mode mode, int batch, FrozenLayers frozen) {
        this.mode = mode;
        this.batch = batch;
        this.frozen = frozen;
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Begins the second pass. */
    void handOut(List<Kernel> bound) {
        kernels = List.copyOf(bound);
        handedOut = 0;
    }

    OneDnnActivation boundImages() {
        return bound(images, "images");
    }

    OneDnnActivation boundLogits() {
        return bound(logits, "logits");
    }

    LossTargets boundTargets() {
        return bound(targets, "loss");
    }

    @Override
    public Activation images(Shape shape, Slot value) {
        if (kernels.isEmpty()) {
            images = OneDnnActivation.of(shape, false, true);
        }
        return boundImages();
    }

    @Override
    public Activation activation(Shape shape, Slot value, Slot gradient) {
        return OneDnnActivation.of(shape, true, false);
    }

    @Override
    public Activation activation(Shape shape, Slot value) {
        return OneDnnActivation.of(shape, false, false);
    }

    @Override
    public Activation logits(Shape shape, Slot value, Slot gradient) {
        return OneDnnActivation.of(shape, true, false);
    }

    @Override
    public Activation logits(Shape shape, Slot value) {
        if (kernels.isEmpty()) {
            logits = OneDnnActivation.of(shape, false, true);
        }
        return boundLogits();
    }

    @Override
    public Activation slice(Activation whole, int firstChannel, Shape shape) {
        return OneDnnActivation.of(shape, OneDnnActivation.of(whole).hasGradient(), false);
    }

    @Override
    public Activation accumulating(Activation activation) {
        return OneDnnActivation.of(activation).asAccumulating();
    }

    @Override
    public ConvBiasActivation convolution(
            String layer, Activation input, Activation output, Window window, ActivationFunction function) {
        OneDnnActivation x = read(input);
        OneDnnActivation y = OneDnnActivation.of(output);
        if (function == ActivationFunction.RELU) {
            y.setRectified();
        }
        return next(layer, kernel -> OneDnnConvolution.plan(kernel, x, y, window, function));
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
        OneDnnActivation x = read(input);
        OneDnnActivation y = OneDnnActivation.of(output);
        return next(
                layer, kernel -> OneDnnConvolution.plan(kernel, x, y, window, new FoldedNorm(norm, epsilon), function));
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
        if (frozen.has(norm)) {
            return norm(norm, input, output, epsilon, function);
        }
        Shape shape = output.shape();
        if ((long) batch * shape.height() * shape.width() == 1) {
            throw new SingleValueNormException(norm, shape);
        }
        OneDnnActivation x = read(input);
        OneDnnActivation y = OneDnnActivation.of(output);
        return next(norm, kernel -> OneDnnNorm.training(kernel, x, y, epsilon, momentum, runningVariance, function));
    }

    @Override
    public NormActivation norm(
            String norm, Activation input, Activation output, double epsilon, ActivationFunction function) {
        OneDnnActivation x = read(input);
        OneDnnActivation y = OneDnnActivation.of(output);
        return next(norm, kernel -> OneDnnNorm.inference(kernel, x, y, epsilon, function));
    }

    @Override
    public AddActivation add(
            String layer, Activation left, Activation right, Activation output, ActivationFunction function) {
        OneDnnActivation first = read(left);
        OneDnnActivation second = read(right);
        OneDnnActivation y = OneDnnActivation.of(output);
        return next(layer, kernel -> OneDnnAddition.plan(kernel, first, second, y, function));
    }

    @Override
    public Concat concat(String layer, Activation output, Activation... inputs) {
        List<OneDnnActivation> parts =
                Stream.of(inputs).map(input -> read(input)).toList();
        OneDnnActivation y = OneDnnActivation.of(output);
        return next(layer, kernel -> OneDnnConcat.plan(kernel, y, parts));
    }

    @Override
    public ElementwiseActivation elementwise(
            String layer, Activation input, Activation output, ActivationFunction function) {
        OneDnnActivation x = read(input);
        OneDnnActivation y = OneDnnActivation.of(output);
        return next(layer, kernel -> OneDnnElementwise.plan(kernel, x, y, function));
    }

    @Override
    public Pool pool(String layer, Activation input, Activation output, PoolKind kind, Window window) {
        OneDnnActivation x = readByPool(input, kind);
        OneDnnActivation y = OneDnnActivation.of(output);
        return next(layer, kernel -> OneDnnPool.plan(kernel, x, y, kind, window));
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
        return localResponseNorm(layer, input, output, size, alpha, beta, k);
    }

    @Override
    public LocalResponseNorm localResponseNorm(
            String layer, Activation input, Activation output, int size, double alpha, double beta, double k) {
        OneDnnActivation x = read(input);
        OneDnnActivation y = OneDnnActivation.of(output);
        return next(layer, kernel -> OneDnnLocalResponseNorm.plan(kernel, x, y, size, alpha, beta, k));
    }

    @Override
    public Linear linear(String layer, Activation input, Activation output, ActivationFunction function) {
        OneDnnActivation x = read(input);
        OneDnnActivation y = OneDnnActivation.of(output);
        return next(layer, kernel -> OneDnnLinear.plan(kernel, x, y, function));
    }

    @Override
    public Dropout dropout(String layer, Activation input, Activation output, double rate, int position, Slot mask) {
        if (mode == Mode.INFERENCE) {
            throw new IllegalStateException(layer + " is a dropout, which an inference program has none of");
        }
        OneDnnActivation x = read(input);
        OneDnnActivation y = OneDnnActivation.of(output);
        return next(layer, kernel -> OneDnnDropout.plan(kernel, x, y, rate, position));
    }

    @Override
    public SoftmaxCrossEntropy softmaxCrossEntropy(Activation output, Slot logProbabilities) {
        return softmaxCrossEntropy(output, logProbabilities, 1);
    }

    @Override
    public SoftmaxCrossEntropy softmaxCrossEntropy(Activation output, Slot logProbabilities, double weight) {
        OneDnnActivation y = read(output);
        targets = new LossTargets.Labels(y.shape().size());
        return next("loss", kernel -> OneDnnSoftmaxCrossEntropy.plan(kernel, y, weight));
    }

    @Override
    public SquaredError squaredError(Activation output, Slot difference, double factor) {
        OneDnnActivation y = read(output);
        if (kernels.isEmpty()) {
            targetValues = new float[batch * y.shape().size()];
            targets = new LossTargets.Values(
                    new HeapArray(targetValues), y.shape().size());
        }
        return next("loss", kernel -> OneDnnSquaredError.plan(kernel, y, factor, targetValues));
    }

    private OneDnnActivation read(Activation handle) {
        OneDnnActivation activation = OneDnnActivation.of(handle);
        activation.addReader();
        return activation;
    }

    private OneDnnActivation readByPool(Activation handle, PoolKind kind) {
        OneDnnActivation activation = read(handle);
        activation.addPool(kind);
        return activation;
    }

    /** In the first pass a kernel that can't run, in the second the next of those that can. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // Both passes ask in the same order for the same kinds.
    private <K extends Kernel> K next(String layer, Function<KernelBuilder, KernelPlan> planner) {
        if (kernels.isEmpty()) {
            requests.add(new Request(layer, planner));
            return (K) UnboundKernel.INSTANCE;
        }
        return (K) kernels.get(handedOut++);
    }

    private static <T> T bound(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("the program has bound no " + what);
        }
        return value;
    }
}
