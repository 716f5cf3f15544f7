package dev.netwright.runtime.nd4j;

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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The second pass of a binding: kernels over memory that exists. */
final class MemoryPass implements Binding, AutoCloseable {
    private final Nd4jParameters parameters;
    private final SlotLayout layout;
    private final FlatArray arena;
    private final Scratch scratch;
    private final Mode mode;
    private final StepClock clock;
    private final BackendPolicy policy;
    private final List<FlatArray> hostArrays = new ArrayList<>();
    private @Nullable INDArray images;
    private @Nullable INDArray logits;
    private int classes;

    MemoryPass(
            Nd4jParameters parameters,
            SlotLayout layout,
            FlatArray arena,
            Scratch scratch,
            Mode mode,
            StepClock clock,
            BackendPolicy policy) {
        this.parameters = parameters;
        this.layout = layout;
        this.arena = arena;
        this.scratch = scratch;
        this.mode = mode;
        this.clock = clock;
        this.policy = policy;
    }

    /** The array of the images, once the program is bound. */
    INDArray boundImages() {
        return bound(images, "images");
    }

    /** Number of classes of a training program, once it is bound. */
    int boundClasses() {
        if (classes == 0) {
            throw new IllegalStateException("the program has bound no loss");
        }
        return classes;
    }

    /** The array of an inference program's logits, once it is bound. */
    INDArray boundLogits() {
        return bound(logits, "logits");
    }

    @Override
    public void close() {
        hostArrays.forEach(FlatArray::close);
    }

    @Override
    public Activation images(Shape shape, Slot value) {
        INDArray array = hostArray(shape);
        images = array;
        return new Nd4jActivation(shape, array, null);
    }

    @Override
    public Activation activation(Shape shape, Slot value, Slot gradient) {
        return new Nd4jActivation(shape, slot(value, shape), slot(gradient, shape));
    }

    @Override
    public Activation activation(Shape shape, Slot value) {
        return new Nd4jActivation(shape, slot(value, shape), null);
    }

    @Override
    public Activation logits(Shape shape, Slot value, Slot gradient) {
        return activation(shape, value, gradient);
    }

    @Override
    public Activation logits(Shape shape, Slot value) {
        INDArray array = hostArray(shape);
        logits = array;
        return new Nd4jActivation(shape, array, null);
    }

    @Override
    public ConvBiasActivation convolution(
            String layer, Activation input, Activation output, Window window, ActivationFunction function) {
        return Nd4jConvolution.bind(
                layer,
                Nd4jActivation.of(input),
                Nd4jActivation.of(output),
                window,
                function,
                LayerTensors.of(layer, parameters, mode),
                scratch,
                policy);
    }

    @Override
    public Pool pool(String layer, Activation input, Activation output, PoolKind kind, Window window) {
        return Nd4jPool.bind(layer, Nd4jActivation.of(input), Nd4jActivation.of(output), kind, window, mode, policy);
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
        return norm(input, output, size, alpha, beta, k).bind(layer, slot(scale, input.shape()));
    }

    @Override
    public LocalResponseNorm localResponseNorm(
            String layer, Activation input, Activation output, int size, double alpha, double beta, double k) {
        return norm(input, output, size, alpha, beta, k).bind(layer, null);
    }

    @Override
    public Linear linear(String layer, Activation input, Activation output, ActivationFunction function) {
        return Nd4jLinear.bind(
                layer,
                Nd4jActivation.of(input),
                Nd4jActivation.of(output),
                function,
                LayerTensors.of(layer, parameters, mode),
                policy);
    }

    @Override
    public Dropout dropout(String layer, Activation input, Activation output, double rate, int position, Slot mask) {
        return new Nd4jDropout(
                Nd4jActivation.of(input),
                Nd4jActivation.of(output),
                rate,
                position,
                hostArray(input.shape()),
                clock,
                policy);
    }

    @Override
    public SoftmaxCrossEntropy softmaxCrossEntropy(Activation logitsHandle, Slot logProbabilities) {
        Nd4jActivation activation = Nd4jActivation.of(logitsHandle);
        classes = activation.shape().size();
        INDArray target = hostMatrix(activation.shape());
        return new Nd4jSoftmaxCrossEntropy(activation, hostMatrix(activation.shape()), target, scratch, clock, policy);
    }

    private Nd4jLocalResponseNorm norm(
            Activation input, Activation output, int size, double alpha, double beta, double k) {
        return new Nd4jLocalResponseNorm(
                Nd4jActivation.of(input), Nd4jActivation.of(output), size, alpha, beta, k, scratch, policy);
    }

    private INDArray slot(Slot slot, Shape shape) {
        Long offset = layout.offsets().get(slot.index());
        if (offset == null) {
            throw new IllegalStateException("slot " + slot.index() + " was not there in the first pass");
        }
        return arena.view(offset, clock.batch(), shape.channels(), shape.height(), shape.width());
    }

    private INDArray hostArray(Shape shape) {
        return newHostArray(shape).view(0, clock.batch(), shape.channels(), shape.height(), shape.width());
    }

    private INDArray hostMatrix(Shape shape) {
        return newHostArray(shape).view(0, clock.batch(), shape.size());
    }

    private FlatArray newHostArray(Shape shape) {
        FlatArray array = FlatArray.zeros((long) clock.batch() * shape.size());
        hostArrays.add(array);
        return array;
    }

    private static INDArray bound(@Nullable INDArray array, String what) {
        if (array == null) {
            throw new IllegalStateException("the program has bound no " + what);
        }
        return array;
    }
}
