package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.ActivationFunction;
import dev.netwright.runtime.kernel.AddActivation;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.ClippedMean;
import dev.netwright.runtime.kernel.Concat;
import dev.netwright.runtime.kernel.ConvBiasActivation;
import dev.netwright.runtime.kernel.ConvNormActivation;
import dev.netwright.runtime.kernel.Dropout;
import dev.netwright.runtime.kernel.ElementwiseActivation;
import dev.netwright.runtime.kernel.FrozenLayers;
import dev.netwright.runtime.kernel.Linear;
import dev.netwright.runtime.kernel.LocalResponseNorm;
import dev.netwright.runtime.kernel.MeanStages;
import dev.netwright.runtime.kernel.Mode;
import dev.netwright.runtime.kernel.NormActivation;
import dev.netwright.runtime.kernel.ParameterTable;
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
import java.util.List;
import java.util.stream.Stream;

/** The first pass of a binding: sizes of slots and scratch. Its kernels can't run. */
final class LayoutPass implements Binding {
    private static final UnboundKernel UNBOUND = UnboundKernel.INSTANCE;

    private static final int HELPER_BLOCK = 16;

    private final ParameterTable parameters;
    private final Mode mode;
    private final int batch;
    private final FrozenLayers frozen;
    private final SlotLayout.Builder layout = new SlotLayout.Builder();

    LayoutPass(ParameterTable parameters, Mode mode, int batch, FrozenLayers frozen) {
        this.parameters = parameters;
        this.mode = mode;
        this.batch = batch;
        this.frozen = frozen;
    }

    SlotLayout layout() {
        return layout.build();
    }

    private record Sized(Shape shape, boolean hasGradient, boolean accumulating) implements Activation {
        static Sized of(Activation handle) {
            return (Sized) handle;
        }
    }

    @Override
    public Activation images(Shape shape, Slot value) {
        layout.host(value.index(), floats(shape));
        return new Sized(shape, false, false);
    }

    @Override
    public Activation activation(Shape shape, Slot value, Slot gradient) {
        layout.arena(value.index(), floats(shape));
        layout.arena(gradient.index(), floats(shape));
        return new Sized(shape, true, false);
    }

    @Override
    public Activation activation(Shape shape, Slot value) {
        layout.arena(value.index(), floats(shape));
        return new Sized(shape, false, false);
    }

    @Override
    public Activation logits(Shape shape, Slot value, Slot gradient) {
        return activation(shape, value, gradient);
    }

    @Override
    public Activation logits(Shape shape, Slot value) {
        layout.host(value.index(), floats(shape));
        return new Sized(shape, false, false);
    }

    @Override
    public Activation slice(Activation whole, int firstChannel, Shape shape) {
        return new Sized(shape, Sized.of(whole).hasGradient(), Sized.of(whole).accumulating());
    }

    @Override
    public Activation accumulating(Activation activation) {
        return new Sized(activation.shape(), Sized.of(activation).hasGradient(), true);
    }

    @Override
    public ConvBiasActivation convolution(
            String layer, Activation input, Activation output, Window window, ActivationFunction function) {
        if (mode == Mode.TRAINING && !Sized.of(input).hasGradient()) {
            layout.scratch(Nd4jConvolution.firstLayerScratchFloats(
                    batch, input.shape(), output.shape(), parameters.weight(layer)));
        }
        layout.passing(helperFloats(input, output));
        if (mode == Mode.TRAINING && parameters.bias(layer).isPresent()) {
            layout.scratch(Nd4jConvolution.biasScratchFloats(batch, output.shape()));
        }
        return reading(input);
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
        layout.scratch(Nd4jInferenceNorm.scratchFloats(output.shape().channels()));
        layout.passing(helperFloats(input, output));
        return reading(input);
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
        layout.scratch(NormMemory.scratchFloats(batch, shape));
        layout.kept(NormMemory.keptFloats(shape));
        return reading(input);
    }

    @Override
    public NormActivation norm(
            String norm, Activation input, Activation output, double epsilon, ActivationFunction function) {
        layout.scratch(Nd4jInferenceNorm.scratchFloats(output.shape().channels()));
        return reading(input);
    }

    @Override
    public AddActivation add(
            String layer, Activation left, Activation right, Activation output, ActivationFunction function) {
        return reading(left, right);
    }

    @Override
    public Concat concat(String layer, Activation output, Activation... inputs) {
        return reading(inputs);
    }

    @Override
    public ElementwiseActivation elementwise(
            String layer, Activation input, Activation output, ActivationFunction function) {
        return reading(input);
    }

    @Override
    public Pool pool(String layer, Activation input, Activation output, PoolKind kind, Window window) {
        if (kind == PoolKind.AVERAGE) {
            List<MeanStages.Stage> stages = MeanStages.of(window, input.shape(), output.shape());
            for (MeanStages.Stage stage : stages) {
                Shape means = stage.output();
                if (ClippedMean.isClipped(stage.window(), stage.input(), means)) {
                    layout.hostBesidePlan((long) means.height() * means.width());
                }
                if (!stage.equals(stages.get(stages.size() - 1))) {
                    layout.kept(floats(means));
                    layout.kept(floats(means));
                }
            }
        }
        return reading(input);
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
        layout.arena(scale.index(), floats(input.shape()));
        return localResponseNorm(layer, input, output, size, alpha, beta, k);
    }

    @Override
    public LocalResponseNorm localResponseNorm(
            String layer, Activation input, Activation output, int size, double alpha, double beta, double k) {
        layout.scratch(Nd4jLocalResponseNorm.scratchFloats(batch, input.shape()));
        return reading(input);
    }

    @Override
    public Linear linear(String layer, Activation input, Activation output, ActivationFunction function) {
        if (mode == Mode.TRAINING) {
            layout.scratch(Nd4jLinear.scratchFloats(batch, output.shape()));
        }
        return reading(input);
    }

    @Override
    public Dropout dropout(String layer, Activation input, Activation output, double rate, int position, Slot mask) {
        layout.host(mask.index(), floats(input.shape()));
        return reading(input);
    }

    @Override
    public SoftmaxCrossEntropy softmaxCrossEntropy(Activation logits, Slot logProbabilities) {
        return softmaxCrossEntropy(logits, logProbabilities, 1);
    }

    @Override
    public SoftmaxCrossEntropy softmaxCrossEntropy(Activation logits, Slot logProbabilities, double weight) {
        layout.host(logProbabilities.index(), floats(logits.shape()));
        layout.hostBesidePlan(floats(logits.shape()));
        layout.scratch(Nd4jSoftmaxCrossEntropy.scratchFloats(batch, logits.shape()));
        return UNBOUND;
    }

    @Override
    public SquaredError squaredError(Activation output, Slot difference, double factor) {
        layout.host(difference.index(), floats(output.shape()));
        layout.hostBesidePlan(floats(output.shape()));
        return UNBOUND;
    }

    /** Any kernel, with room for the gradients that it adds. */
    private UnboundKernel reading(Activation... inputs) {
        layout.gradients(Stream.of(inputs)
                .map(Sized::of)
                .filter(input -> input.hasGradient() && input.accumulating())
                .mapToLong(input -> FlatArray.aligned(floats(input.shape())))
                .sum());
        return UNBOUND;
    }

    /** A convolution's helper copies what it reads and writes to layouts in blocks of channels, at each call. */
    private long helperFloats(Activation input, Activation output) {
        long copies = mode == Mode.TRAINING && Sized.of(input).hasGradient() ? 2 : 1;
        return copies * blocked(input.shape()) + blocked(output.shape());
    }

    private long blocked(Shape shape) {
        int blocks = (shape.channels() + HELPER_BLOCK - 1) / HELPER_BLOCK;
        return (long) batch * blocks * HELPER_BLOCK * shape.height() * shape.width();
    }

    private long floats(Shape shape) {
        return (long) batch * shape.size();
    }
}
