package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.Activation;
import dev.netwright.operation.AdaptiveAveragePool;
import dev.netwright.operation.Add;
import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.ChannelShuffle;
import dev.netwright.operation.ChannelSplit;
import dev.netwright.operation.Concat;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.ConvolutionNorm;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.FocalLoss;
import dev.netwright.operation.GroupNorm;
import dev.netwright.operation.LayerNorm;
import dev.netwright.operation.LayerScale;
import dev.netwright.operation.Linear;
import dev.netwright.operation.LocalResponseNorm;
import dev.netwright.operation.Loss;
import dev.netwright.operation.MeanError;
import dev.netwright.operation.Multiply;
import dev.netwright.operation.Operation;
import dev.netwright.operation.PixelCrossEntropy;
import dev.netwright.operation.PixelDice;
import dev.netwright.operation.Pool;
import dev.netwright.operation.Program;
import dev.netwright.operation.SigmoidCrossEntropy;
import dev.netwright.operation.SoftmaxCrossEntropy;
import dev.netwright.operation.SquaredError;
import dev.netwright.operation.StochasticDepth;
import dev.netwright.operation.TransposedConvolution;
import dev.netwright.operation.Upsample;
import dev.netwright.operation.Value;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.LossKernel;
import dev.netwright.runtime.kernel.TrainingKernel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The kernels of a program for one batch. No plan is asked for: each value and each gradient has memory of its own, so that what a
 * plan of another kernel set gets wrong shows as a difference.
 */
final class ReferenceBinding implements Operation.Visitor<ReferenceKernel>, Loss.Visitor<LossKernel> {
    private final ReferenceParameters parameters;
    private final Program program;
    private final BindingOptions options;
    private final StepInput step;
    private final Map<Value, ReferenceValue> values = new LinkedHashMap<>();
    private final Map<String, TrainingKernel> kernels = new LinkedHashMap<>();
    private final Map<String, LossKernel> losses = new LinkedHashMap<>();

    private ReferenceBinding(ReferenceParameters parameters, Program program, BindingOptions options, StepInput step) {
        this.parameters = parameters;
        this.program = program;
        this.options = options;
        this.step = step;
    }

    static ReferenceBinding of(
            ReferenceParameters parameters, Program program, BindingOptions options, StepInput step) {
        ReferenceBinding binding = new ReferenceBinding(parameters, program, options, step);
        Value images = program.images();
        binding.values.put(images, ReferenceValue.withoutGradient(step.batch(), images.shape()));
        for (Operation operation : program.operations()) {
            binding.values.put(operation.output(), binding.memory(operation.output()));
            binding.kernels.put(operation.name(), operation.accept(binding));
        }
        for (Loss loss : program.losses()) {
            binding.losses.put(loss.name(), loss.accept(binding));
        }
        return binding;
    }

    /** By the names of their layers. */
    Map<String, TrainingKernel> kernels() {
        return kernels;
    }

    /** By their names. */
    Map<String, LossKernel> losses() {
        return losses;
    }

    /** The host's side of the images. */
    ImageInput imageInput() {
        return new ImageInput(value(program.images()).value(), values.values());
    }

    /** The values of the network's output. */
    Tensor output() {
        return value(program.output()).value();
    }

    @Override
    public ReferenceKernel activation(Activation operation) {
        return new ReferenceActivation(operation, input(operation), output(operation));
    }

    @Override
    public ReferenceKernel adaptiveAveragePool(AdaptiveAveragePool operation) {
        return new ReferenceAdaptivePool(operation, input(operation), output(operation));
    }

    @Override
    public ReferenceKernel transposedConvolution(TransposedConvolution operation) {
        return new ReferenceTransposedConvolution(operation, input(operation), output(operation), parameters);
    }

    @Override
    public ReferenceKernel upsample(Upsample operation) {
        return new ReferenceUpsample(operation, input(operation), output(operation));
    }

    @Override
    public ReferenceKernel add(Add operation) {
        return new ReferenceAdd(operation, value(operation.left()), value(operation.right()), output(operation));
    }

    @Override
    public ReferenceKernel batchNorm(BatchNorm operation) {
        boolean usesRunning = !program.isTraining() || options.frozen().has(operation.parameterPrefix());
        return usesRunning
                ? new ReferenceRunningNorm(operation, input(operation), output(operation), parameters)
                : new ReferenceNorm(operation, input(operation), output(operation), parameters);
    }

    @Override
    public ReferenceKernel channelShuffle(ChannelShuffle operation) {
        return new ReferenceChannelShuffle(operation, input(operation), output(operation));
    }

    @Override
    public ReferenceKernel channelSplit(ChannelSplit operation) {
        return new ReferenceChannelSplit(operation, input(operation), output(operation));
    }

    @Override
    public ReferenceKernel concat(Concat operation) {
        List<ReferenceValue> inputs =
                operation.inputs().stream().map(this::value).toList();
        return new ReferenceConcat(operation, inputs, output(operation));
    }

    @Override
    public ReferenceKernel convolution(Convolution operation) {
        return new ReferenceConvolution(operation, input(operation), output(operation), parameters);
    }

    @Override
    public ReferenceKernel convolutionNorm(ConvolutionNorm operation) {
        return new ReferenceConvolutionNorm(operation, input(operation), output(operation), parameters);
    }

    @Override
    public ReferenceKernel dropout(Dropout operation) {
        if (!program.isTraining()) {
            throw new IllegalStateException(operation.name() + " is a dropout, which an inference program has none of");
        }
        return new ReferenceDropout(operation, input(operation), output(operation), step);
    }

    @Override
    public ReferenceKernel groupNorm(GroupNorm operation) {
        return ReferencePartNorm.of(operation, input(operation), output(operation), parameters);
    }

    @Override
    public ReferenceKernel layerNorm(LayerNorm operation) {
        return ReferencePartNorm.of(operation, input(operation), output(operation), parameters);
    }

    @Override
    public ReferenceKernel layerScale(LayerScale operation) {
        return new ReferenceLayerScale(operation, input(operation), output(operation), parameters);
    }

    @Override
    public ReferenceKernel linear(Linear operation) {
        return new ReferenceLinear(operation, input(operation), output(operation), parameters);
    }

    @Override
    public ReferenceKernel localResponseNorm(LocalResponseNorm operation) {
        return new ReferenceLocalResponseNorm(operation, input(operation), output(operation));
    }

    @Override
    public ReferenceKernel multiply(Multiply operation) {
        return new ReferenceMultiply(operation, value(operation.left()), value(operation.right()), output(operation));
    }

    @Override
    public ReferenceKernel pool(Pool operation) {
        return new ReferencePool(operation, input(operation), output(operation));
    }

    @Override
    public ReferenceKernel stochasticDepth(StochasticDepth operation) {
        if (!program.isTraining()) {
            throw new IllegalStateException(
                    operation.name() + " is a stochastic depth, which an inference program has none of");
        }
        return new ReferenceStochasticDepth(operation, input(operation), output(operation), step);
    }

    @Override
    public LossKernel softmaxCrossEntropy(SoftmaxCrossEntropy loss) {
        step.expectLabels(loss.output().shape().size());
        return new ReferenceSoftmaxCrossEntropy(
                loss, value(loss.output()), options.labelSmoothing(), weights(loss), step);
    }

    @Override
    public LossKernel focalLoss(FocalLoss loss) {
        step.expectLabels(loss.output().shape().size());
        return new ReferenceFocalLoss(loss, value(loss.output()), weights(loss), step);
    }

    @Override
    public LossKernel sigmoidCrossEntropy(SigmoidCrossEntropy loss) {
        step.expectTargets(loss.output().shape().size());
        return new ReferenceSigmoidCrossEntropy(loss, value(loss.output()), weights(loss), step);
    }

    @Override
    public LossKernel meanError(MeanError loss) {
        step.expectTargets(loss.output().shape().size());
        return new ReferenceMeanError(loss, value(loss.output()), step);
    }

    @Override
    public LossKernel pixelCrossEntropy(PixelCrossEntropy loss) {
        step.expectTargets(loss.target().values());
        return new ReferencePixelCrossEntropy(loss, value(loss.output()), weights(loss), step);
    }

    @Override
    public LossKernel pixelDice(PixelDice loss) {
        step.expectTargets(loss.target().values());
        return new ReferencePixelDice(loss, value(loss.output()), weights(loss), step);
    }

    private double[] weights(Loss loss) {
        return options.weights().ofOutputs(loss.target().labels());
    }

    @Override
    public LossKernel squaredError(SquaredError loss) {
        step.expectTargets(loss.output().shape().size());
        return new ReferenceSquaredError(loss, value(loss.output()), step);
    }

    private ReferenceValue memory(Value value) {
        return program.isTraining()
                ? ReferenceValue.withGradient(step.batch(), value.shape())
                : ReferenceValue.withoutGradient(step.batch(), value.shape());
    }

    private ReferenceValue input(Operation operation) {
        return value(operation.input());
    }

    private ReferenceValue output(Operation operation) {
        return value(operation.output());
    }

    private ReferenceValue value(Value value) {
        ReferenceValue memory = values.get(value);
        if (memory == null) {
            throw new IllegalStateException(
                    value + " is read before an operation gives it; there are " + values.keySet());
        }
        return memory;
    }
}
