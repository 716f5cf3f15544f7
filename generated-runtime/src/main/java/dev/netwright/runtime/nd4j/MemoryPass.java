package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.host.LossTargets;
import dev.netwright.runtime.host.StepClock;
import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.ActivationFunction;
import dev.netwright.runtime.kernel.AddActivation;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.ClippedMean;
import dev.netwright.runtime.kernel.Concat;
import dev.netwright.runtime.kernel.ConvBiasActivation;
import dev.netwright.runtime.kernel.ConvNormActivation;
import dev.netwright.runtime.kernel.Dropout;
import dev.netwright.runtime.kernel.ElementwiseActivation;
import dev.netwright.runtime.kernel.Linear;
import dev.netwright.runtime.kernel.LocalResponseNorm;
import dev.netwright.runtime.kernel.MeanStages;
import dev.netwright.runtime.kernel.Mode;
import dev.netwright.runtime.kernel.NormActivation;
import dev.netwright.runtime.kernel.Pool;
import dev.netwright.runtime.kernel.PoolKind;
import dev.netwright.runtime.kernel.RunningVariance;
import dev.netwright.runtime.kernel.Shape;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.runtime.kernel.SoftmaxCrossEntropy;
import dev.netwright.runtime.kernel.SquaredError;
import dev.netwright.runtime.kernel.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The second pass of a binding: kernels over memory that exists. */
final class MemoryPass implements Binding, AutoCloseable {
    private final Nd4jParameters parameters;
    private final SlotLayout layout;
    private final WorkspaceMemory memory;
    private final Mode mode;
    private final StepClock clock;
    private final BindingOptions options;
    private final BackendPolicy policy;
    private final List<FlatArray> hostArrays = new ArrayList<>();
    private @Nullable INDArray images;
    private @Nullable INDArray logits;
    private @Nullable LossTargets targets;
    private long nextKept;

    MemoryPass(
            Nd4jParameters parameters,
            SlotLayout layout,
            WorkspaceMemory memory,
            Mode mode,
            StepClock clock,
            BindingOptions options,
            BackendPolicy policy) {
        this.parameters = parameters;
        this.layout = layout;
        this.memory = memory;
        this.mode = mode;
        this.clock = clock;
        this.options = options;
        this.policy = policy;
        nextKept = layout.keptOffset();
    }

    /** The array of the images, once the program is bound. */
    INDArray boundImages() {
        return bound(images, "images");
    }

    /** What the loss of a training program is to be given, once it is bound. */
    LossTargets boundTargets() {
        return bound(targets, "loss");
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
    public Activation slice(Activation whole, int firstChannel, Shape shape) {
        return Nd4jActivation.of(whole).slice(firstChannel, shape);
    }

    @Override
    public Activation accumulating(Activation activation) {
        return Nd4jActivation.of(activation).asAccumulating();
    }

    @Override
    public ConvBiasActivation convolution(
            String layer, Activation input, Activation output, Window window, ActivationFunction function) {
        AccumulatingInputs inputs = inputs();
        return complete(
                inputs,
                new Nd4jConvolution(window, memory.scratch(), policy)
                        .bind(layer, inputs.of(input), Nd4jActivation.of(output), function, tensors(layer)));
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
        Nd4jActivation y = Nd4jActivation.of(output);
        List<PreparedStep> steps = new ArrayList<>(new Nd4jConvolution(window, memory.scratch(), policy)
                .forward(Nd4jActivation.of(input), y, tensors(layer)));
        steps.addAll(inferenceNorm(norm, epsilon).steps(y.value(), y.value(), function));
        return new PreparedKernel(layer, steps, List.of());
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
            return norm(norm, input, output, epsilon, function);
        }
        AccumulatingInputs inputs = inputs();
        Nd4jActivation y = Nd4jActivation.of(output);
        return complete(
                inputs,
                new Nd4jBatchNorm(
                                NormTensors.training(norm, parameters),
                                new NormStatistics(epsilon, momentum, runningVariance),
                                NormMemory.of(clock.batch(), y.shape(), kept(y.shape()), memory.scratch(), policy),
                                policy)
                        .bind(norm, inputs.of(input).in(y.shape()), y, function));
    }

    @Override
    public NormActivation norm(
            String norm, Activation input, Activation output, double epsilon, ActivationFunction function) {
        Nd4jActivation y = Nd4jActivation.of(output);
        Nd4jActivation x = Nd4jActivation.of(input).in(y.shape());
        return learning(new PreparedKernel(
                norm, inferenceNorm(norm, epsilon).steps(x.value(), y.value(), function), List.of()));
    }

    @Override
    public AddActivation add(
            String layer, Activation left, Activation right, Activation output, ActivationFunction function) {
        AccumulatingInputs inputs = inputs();
        Nd4jActivation y = Nd4jActivation.of(output);
        return complete(
                inputs,
                Nd4jAddition.bind(
                        layer,
                        inputs.of(left).in(y.shape()),
                        inputs.of(right).in(y.shape()),
                        y,
                        function,
                        mode,
                        policy));
    }

    @Override
    public Concat concat(String layer, Activation output, Activation... parts) {
        AccumulatingInputs inputs = inputs();
        return complete(
                inputs,
                Nd4jConcat.bind(
                        layer,
                        Nd4jActivation.of(output),
                        Stream.of(parts).map(inputs::of).toList(),
                        mode,
                        policy));
    }

    @Override
    public ElementwiseActivation elementwise(
            String layer, Activation input, Activation output, ActivationFunction function) {
        AccumulatingInputs inputs = inputs();
        Nd4jActivation y = Nd4jActivation.of(output);
        return complete(inputs, Nd4jElementwise.bind(layer, inputs.of(input).in(y.shape()), y, function, mode, policy));
    }

    @Override
    public Pool pool(String layer, Activation input, Activation output, PoolKind kind, Window window) {
        AccumulatingInputs inputs = inputs();
        Nd4jActivation x = inputs.of(input);
        Nd4jActivation y = Nd4jActivation.of(output);
        return complete(
                inputs,
                kind == PoolKind.AVERAGE
                        ? meanPool(layer, x, y, window)
                        : new Nd4jPool(kind, window, input.shape(), output.shape(), policy)
                                .bind(layer, x, y, List.of(), mode));
    }

    /** A mean over a large window takes several pools. */
    private PreparedKernel meanPool(String layer, Nd4jActivation input, Nd4jActivation output, Window window) {
        List<MeanStages.Stage> stages = MeanStages.of(window, input.shape(), output.shape());
        Nd4jActivation from = input;
        PreparedKernel pools = new PreparedKernel(layer, List.of(), List.of());
        for (MeanStages.Stage stage : stages) {
            boolean isLast = stage.equals(stages.get(stages.size() - 1));
            Nd4jActivation to = isLast ? output : means(stage.output(), output.hasGradient());
            pools = pools.then(new Nd4jPool(PoolKind.AVERAGE, stage.window(), stage.input(), stage.output(), policy)
                    .bind(layer, from, to, corrections(stage), mode));
            from = to;
        }
        return pools;
    }

    private List<INDArray> corrections(MeanStages.Stage stage) {
        Shape to = stage.output();
        if (!ClippedMean.isClipped(stage.window(), stage.input(), to)) {
            return List.of();
        }
        INDArray factors = newHostArray((long) to.height() * to.width()).view(0, 1, 1, to.height(), to.width());
        float[] values = ClippedMean.corrections(stage.window(), stage.input(), to);
        policy.hostArray(factors).write(values, values.length);
        return List.of(factors);
    }

    private Nd4jActivation means(Shape shape, boolean hasGradient) {
        INDArray value = keptImages(shape);
        INDArray gradient = keptImages(shape);
        return new Nd4jActivation(shape, value, hasGradient ? gradient : null);
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
        AccumulatingInputs inputs = inputs();
        return complete(
                inputs,
                responseNorm(inputs.of(input), output, size, alpha, beta, k).bind(layer, slot(scale, input.shape())));
    }

    @Override
    public LocalResponseNorm localResponseNorm(
            String layer, Activation input, Activation output, int size, double alpha, double beta, double k) {
        return responseNorm(Nd4jActivation.of(input), output, size, alpha, beta, k)
                .bind(layer, null);
    }

    @Override
    public Linear linear(String layer, Activation input, Activation output, ActivationFunction function) {
        AccumulatingInputs inputs = inputs();
        return complete(
                inputs,
                Nd4jLinear.bind(
                        layer,
                        inputs.of(input),
                        Nd4jActivation.of(output),
                        function,
                        tensors(layer),
                        memory.scratch(),
                        policy));
    }

    @Override
    public Dropout dropout(String layer, Activation input, Activation output, double rate, int position, Slot mask) {
        AccumulatingInputs inputs = inputs();
        Nd4jActivation y = Nd4jActivation.of(output);
        return complete(
                inputs,
                Nd4jDropout.bind(
                        layer, inputs.of(input).in(y.shape()), y, rate, position, hostArray(y.shape()), clock, policy));
    }

    @Override
    public SoftmaxCrossEntropy softmaxCrossEntropy(Activation logitsHandle, Slot logProbabilities) {
        return softmaxCrossEntropy(logitsHandle, logProbabilities, 1);
    }

    @Override
    public SoftmaxCrossEntropy softmaxCrossEntropy(Activation logitsHandle, Slot logProbabilities, double weight) {
        Nd4jActivation activation = Nd4jActivation.of(logitsHandle);
        targets = new LossTargets.Labels(activation.shape().size());
        INDArray target = hostMatrix(activation.shape());
        return new Nd4jSoftmaxCrossEntropy(
                activation,
                hostMatrix(activation.shape()),
                target,
                weight,
                options.labelSmoothing(),
                memory.scratch(),
                clock,
                policy);
    }

    @Override
    public SquaredError squaredError(Activation output, Slot difference, double factor) {
        Nd4jActivation activation = Nd4jActivation.of(output);
        INDArray target = hostMatrix(activation.shape());
        targets = new LossTargets.Values(
                policy.hostArray(target), activation.shape().size());
        return new Nd4jSquaredError(activation, hostMatrix(activation.shape()), target, factor, policy);
    }

    private PreparedKernel complete(AccumulatingInputs inputs, PreparedKernel kernel) {
        return learning(inputs.complete(kernel));
    }

    /** The kernel, without its backward if its layer is frozen. */
    private PreparedKernel learning(PreparedKernel kernel) {
        return mode == Mode.TRAINING && options.frozen().has(kernel.toString()) ? kernel.withoutBackward() : kernel;
    }

    private AccumulatingInputs inputs() {
        return new AccumulatingInputs(memory.gradients(), policy);
    }

    private LayerTensors tensors(String layer) {
        return LayerTensors.of(layer, parameters, mode);
    }

    private Nd4jInferenceNorm inferenceNorm(String norm, double epsilon) {
        return new Nd4jInferenceNorm(NormTensors.inference(norm, parameters), epsilon, memory.scratch(), policy);
    }

    private Nd4jLocalResponseNorm responseNorm(
            Nd4jActivation input, Activation output, int size, double alpha, double beta, double k) {
        return new Nd4jLocalResponseNorm(
                input, Nd4jActivation.of(output), size, alpha, beta, k, memory.scratch(), policy);
    }

    private INDArray slot(Slot slot, Shape shape) {
        Long offset = layout.offsets().get(slot.index());
        if (offset == null) {
            throw new IllegalStateException("slot " + slot.index() + " was not there in the first pass");
        }
        return memory.arena().view(offset, clock.batch(), shape.channels(), shape.height(), shape.width());
    }

    private INDArray keptImages(Shape shape) {
        INDArray kept = memory.arena().view(nextKept, clock.batch(), shape.channels(), shape.height(), shape.width());
        nextKept += FlatArray.aligned(floats(shape));
        return kept;
    }

    private INDArray kept(Shape shape) {
        long floats = NormMemory.keptFloats(shape);
        INDArray kept = memory.arena().view(nextKept, floats / shape.channels(), shape.channels());
        nextKept += FlatArray.aligned(floats);
        return kept;
    }

    private INDArray hostArray(Shape shape) {
        return newHostArray(floats(shape)).view(0, clock.batch(), shape.channels(), shape.height(), shape.width());
    }

    private INDArray hostMatrix(Shape shape) {
        return newHostArray(floats(shape)).view(0, clock.batch(), shape.size());
    }

    private long floats(Shape shape) {
        return (long) clock.batch() * shape.size();
    }

    private FlatArray newHostArray(long floats) {
        FlatArray array = FlatArray.zeros("images and targets of a batch of " + clock.batch(), floats);
        hostArrays.add(array);
        return array;
    }

    private static <T> T bound(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("the program has bound no " + what);
        }
        return value;
    }
}
