package dev.netwright.nd4j;

import dev.netwright.operation.Activation;
import dev.netwright.operation.AdaptiveAveragePool;
import dev.netwright.operation.Add;
import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.ChannelShuffle;
import dev.netwright.operation.ChannelSplit;
import dev.netwright.operation.ClippedMean;
import dev.netwright.operation.Concat;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.ConvolutionNorm;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.GroupNorm;
import dev.netwright.operation.LayerNorm;
import dev.netwright.operation.LayerScale;
import dev.netwright.operation.Linear;
import dev.netwright.operation.LocalResponseNorm;
import dev.netwright.operation.Loss;
import dev.netwright.operation.MeanStages;
import dev.netwright.operation.Mode;
import dev.netwright.operation.Multiply;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Program;
import dev.netwright.operation.Resampling;
import dev.netwright.operation.Shape;
import dev.netwright.operation.SideWeights;
import dev.netwright.operation.SoftmaxCrossEntropy;
import dev.netwright.operation.SquaredError;
import dev.netwright.operation.StochasticDepth;
import dev.netwright.operation.TransposedConvolution;
import dev.netwright.operation.Upsample;
import dev.netwright.operation.Value;
import dev.netwright.plan.Region;
import dev.netwright.plan.Slice;
import dev.netwright.runtime.engine.loss.HostedLoss;
import dev.netwright.runtime.engine.session.HostArray;
import dev.netwright.runtime.engine.session.LossTargets;
import dev.netwright.runtime.engine.session.StepClock;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.LossKernel;
import dev.netwright.runtime.kernel.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One program for one batch: kernels over memory that exists. */
final class Nd4jBinding implements AutoCloseable {
    private final Nd4jParameters parameters;
    private final BindingSizes sizes;
    private final Program program;
    private final WorkspaceMemory memory;
    private final StepClock clock;
    private final BindingOptions options;
    private final BackendPolicy policy;
    private final List<FlatArray> hostArrays = new ArrayList<>();
    private final Map<Value, Nd4jActivation> activations = new HashMap<>();
    private final Map<String, PreparedKernel> kernels = new LinkedHashMap<>();
    private final Map<String, LossKernel> losses = new LinkedHashMap<>();
    private @Nullable LossTargets targets;

    Nd4jBinding(
            Nd4jParameters parameters,
            BindingSizes sizes,
            WorkspaceMemory memory,
            StepClock clock,
            BindingOptions options,
            BackendPolicy policy) {
        this.parameters = parameters;
        this.sizes = sizes;
        this.program = sizes.program();
        this.memory = memory;
        this.clock = clock;
        this.options = options;
        this.policy = policy;
        Value images = program.images();
        activations.put(images, new Nd4jActivation(images.shape(), hostImages(images.shape()), null));
        // From the last on: what lies in the channels of another value is a view of it.
        List<Operation> operations = program.operations();
        for (int i = operations.size() - 1; i >= 0; i--) {
            addActivation(operations.get(i).output());
        }
        operations.forEach(this::addKernel);
        program.losses().forEach(loss -> losses.put(loss.name(), loss.accept(new LossOf())));
    }

    /** The array of the images. */
    INDArray images() {
        return known(program.images()).value();
    }

    /** The array of an inference program's output. */
    INDArray output() {
        return known(program.output()).value();
    }

    /** The kernels by the names of their operations. */
    Map<String, PreparedKernel> kernels() {
        return kernels;
    }

    /** The losses by name. */
    Map<String, LossKernel> losses() {
        return losses;
    }

    /** What the loss of a training program compares the output with. */
    LossTargets targets() {
        return Objects.requireNonNull(targets, "a training program has a loss");
    }

    @Override
    public void close() {
        hostArrays.forEach(FlatArray::close);
    }

    private Nd4jActivation known(Value value) {
        return Objects.requireNonNull(activations.get(value), value.name());
    }

    private void addActivation(Value value) {
        Shape shape = value.shape();
        Optional<Slice> slice = sizes.plan().slice(value);
        if (slice.isPresent()) {
            activations.put(value, known(slice.get().whole()).slice(slice.get().firstChannel(), shape));
        } else if (program.isTraining()) {
            activations.put(
                    value,
                    new Nd4jActivation(
                            shape,
                            inArena(sizes.plan().value(value), shape),
                            inArena(sizes.plan().gradient(value), shape)));
        } else {
            INDArray array = program.isOutput(value)
                    ? hostImages(shape)
                    : inArena(sizes.plan().value(value), shape);
            activations.put(value, new Nd4jActivation(shape, array, null));
        }
    }

    private void addKernel(Operation operation) {
        AccumulatingInputs accumulating = new AccumulatingInputs(memory.gradients(), policy);
        List<Nd4jActivation> inputs = IntStream.range(0, operation.inputs().size())
                .mapToObj(position -> {
                    Nd4jActivation input = known(operation.inputs().get(position));
                    return program.accumulates(operation, position) ? input.asAccumulating() : input;
                })
                .toList();
        Nd4jActivation output = known(operation.output());
        PreparedKernel kernel = operation
                .accept(new KernelOf(inputs.stream().map(accumulating::of).toList(), output))
                .between(inputs, output);
        kernel = accumulating.complete(kernel);
        kernels.put(operation.name(), isFrozen(operation) ? kernel.withoutBackward() : kernel);
    }

    private boolean isFrozen(Operation operation) {
        return program.isTraining() && options.frozen().has(operation.parameterPrefix());
    }

    private Mode mode() {
        return program.mode();
    }

    private INDArray inArena(Region region, Shape shape) {
        return memory.arena()
                .view(region.offset() / Float.BYTES, clock.batch(), shape.channels(), shape.height(), shape.width());
    }

    private INDArray hostImages(Shape shape) {
        return newHostArray(floats(shape)).view(0, clock.batch(), shape.channels(), shape.height(), shape.width());
    }

    private INDArray hostRows(Shape shape) {
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

    /** Creates each operation's kernel with the class that knows its ND4J calls. */
    private final class KernelOf implements Operation.Visitor<PreparedKernel> {
        private final List<Nd4jActivation> inputs;
        private final Nd4jActivation output;

        KernelOf(List<Nd4jActivation> inputs, Nd4jActivation output) {
            this.inputs = inputs;
            this.output = output;
        }

        private Nd4jActivation input() {
            return inputs.get(0);
        }

        /** An input in the output's channels, rows and columns, where the two differ in being flattened. */
        private Nd4jActivation like(int position) {
            return inputs.get(position).in(output.shape());
        }

        private LayerTensors tensors(Operation operation) {
            return LayerTensors.of(operation.name(), parameters, mode());
        }

        private Nd4jInferenceNorm inferenceNorm(BatchNorm norm) {
            return new Nd4jInferenceNorm(
                    NormTensors.inference(norm.parameterPrefix(), parameters),
                    norm.epsilon(),
                    memory.scratch(),
                    policy);
        }

        @Override
        public PreparedKernel activation(Activation operation) {
            return Nd4jElementwise.bind(
                    operation.name(), like(0), output, operation.function(), mode(), memory.scratch(), policy);
        }

        @Override
        public PreparedKernel adaptiveAveragePool(AdaptiveAveragePool operation) {
            return operation.asPool().map(this::pool).orElseGet(() -> resampling(operation, operation.resampling()));
        }

        private PreparedKernel resampling(Operation operation, Resampling resampling) {
            Nd4jResampling.Matrices matrices =
                    new Nd4jResampling.Matrices(matrix(resampling.rows()), matrix(resampling.columns()));
            return new Nd4jResampling(matrices, memory.scratch(), policy)
                    .bind(operation.name(), input(), output, mode());
        }

        private INDArray matrix(SideWeights side) {
            float[] values = side.matrix();
            INDArray matrix = newHostArray(values.length).view(0, side.to(), side.from());
            policy.hostArray(matrix).write(values, values.length);
            return matrix;
        }

        @Override
        public PreparedKernel add(Add operation) {
            return Nd4jAddition.bind(
                    operation.name(), like(0), like(1), output, operation.function(), mode(), memory.scratch(), policy);
        }

        @Override
        public PreparedKernel batchNorm(BatchNorm operation) {
            if (!program.isTraining() || isFrozen(operation)) {
                return new PreparedKernel(
                        operation.name(),
                        inferenceNorm(operation).steps(like(0).value(), output.value(), operation.function()),
                        List.of());
            }
            Region kept = sizes.plan().saved(operation);
            int channels = output.shape().channels();
            INDArray statistics = memory.arena()
                    .view(kept.offset() / Float.BYTES, NormMemory.keptFloats(output.shape()) / channels, channels);
            return new Nd4jBatchNorm(
                            NormTensors.training(operation.parameterPrefix(), parameters),
                            new NormStatistics(operation.epsilon(), operation.momentum(), operation.runningVariance()),
                            NormMemory.of(clock.batch(), output.shape(), statistics, memory.scratch(), policy),
                            policy)
                    .bind(operation.name(), like(0), output, operation.function());
        }

        @Override
        public PreparedKernel channelShuffle(ChannelShuffle operation) {
            return new Nd4jChannelShuffle(output.shape(), operation.groups(), policy)
                    .bind(operation.name(), input(), output, mode());
        }

        @Override
        public PreparedKernel channelSplit(ChannelSplit operation) {
            return Nd4jChannelSplit.bind(operation, input(), output, mode(), policy);
        }

        @Override
        public PreparedKernel concat(Concat operation) {
            return Nd4jConcat.bind(operation.name(), output, inputs, mode(), policy);
        }

        @Override
        public PreparedKernel convolution(Convolution operation) {
            return new Nd4jConvolution(operation.window(), memory.scratch(), policy)
                    .bind(operation.name(), input(), output, operation.function(), tensors(operation));
        }

        @Override
        public PreparedKernel convolutionNorm(ConvolutionNorm operation) {
            List<PreparedStep> steps =
                    new ArrayList<>(new Nd4jConvolution(operation.convolution().window(), memory.scratch(), policy)
                            .forward(input(), output, tensors(operation)));
            steps.addAll(inferenceNorm(operation.norm()).steps(output.value(), output.value(), operation.function()));
            return new PreparedKernel(operation.name(), steps, List.of());
        }

        @Override
        public PreparedKernel dropout(Dropout operation) {
            return Nd4jDropout.bind(
                    operation.name(),
                    like(0),
                    output,
                    operation.rate(),
                    operation.position(),
                    hostImages(output.shape()),
                    clock,
                    policy);
        }

        @Override
        public PreparedKernel groupNorm(GroupNorm operation) {
            return partsNorm(operation, NormedParts.of(operation), operation.epsilon());
        }

        @Override
        public PreparedKernel layerNorm(LayerNorm operation) {
            return partsNorm(operation, NormedParts.of(operation), operation.epsilon());
        }

        private PreparedKernel partsNorm(Operation operation, NormedParts parts, double epsilon) {
            Nd4jPartsNorm.KeptFloats kept;
            if (program.isTraining()) {
                long first = sizes.plan().saved(operation).offset() / Float.BYTES;
                kept = (offset, shape) -> memory.arena().view(first + offset, shape);
            } else {
                long first = Nd4jPartsNorm.statisticsOffset(parts, clock.batch(), output.shape());
                kept = (offset, shape) -> memory.scratch().view(first + offset, shape);
            }
            LayerTensors tensors = LayerTensors.of(operation.parameterPrefix(), parameters, mode());
            return new Nd4jPartsNorm(parts, epsilon, tensors, like(0), output, kept, memory.scratch(), policy)
                    .bind(operation.name(), mode());
        }

        @Override
        public PreparedKernel layerScale(LayerScale operation) {
            Parameter factors = parameters.table().tensor(operation.name() + "." + LayerScale.TENSOR);
            INDArray gradient =
                    program.isTraining() ? parameters.gradient(factors).reshape(factors.size()) : null;
            return new Nd4jLayerScale(
                            parameters.value(factors).reshape(factors.size()), gradient, memory.scratch(), policy)
                    .bind(operation.name(), like(0), output);
        }

        @Override
        public PreparedKernel stochasticDepth(StochasticDepth operation) {
            INDArray factors = newHostArray(clock.batch()).view(0, clock.batch(), 1, 1, 1);
            return Nd4jStochasticDepth.bind(operation, like(0), output, factors, clock, policy);
        }

        @Override
        public PreparedKernel linear(Linear operation) {
            return Nd4jLinear.bind(
                    operation.name(),
                    input(),
                    output,
                    operation.function(),
                    tensors(operation),
                    memory.scratch(),
                    policy);
        }

        @Override
        public PreparedKernel localResponseNorm(LocalResponseNorm operation) {
            INDArray scale = program.isTraining() ? inArena(sizes.plan().saved(operation), input().shape()) : null;
            return new Nd4jLocalResponseNorm(
                            input(),
                            output,
                            operation.size(),
                            operation.alpha(),
                            operation.beta(),
                            operation.k(),
                            memory.scratch(),
                            policy)
                    .bind(operation.name(), scale);
        }

        @Override
        public PreparedKernel multiply(Multiply operation) {
            return Nd4jMultiplication.bind(
                    operation.name(),
                    like(0),
                    inputs.get(1).in(operation.factor()),
                    output,
                    mode(),
                    memory.scratch(),
                    policy);
        }

        @Override
        public PreparedKernel transposedConvolution(TransposedConvolution operation) {
            return new Nd4jTransposedConvolution(operation.window(), operation.groups(), memory.scratch(), policy)
                    .bind(operation.name(), input(), output, tensors(operation));
        }

        @Override
        public PreparedKernel upsample(Upsample operation) {
            return resampling(operation, operation.resampling());
        }

        @Override
        public PreparedKernel pool(Pool operation) {
            return operation.kind().isMean()
                    ? meanPool(operation)
                    : new Nd4jPool(PoolKind.MAX, operation.window(), input().shape(), output.shape(), policy)
                            .bind(operation.name(), input(), output, List.of(), mode());
        }

        /** A mean over a large window takes several pools. */
        private PreparedKernel meanPool(Pool operation) {
            List<MeanStages.Stage> stages = Nd4jNeeds.stages(operation);
            MeanStages.Stage last = stages.get(stages.size() - 1);
            Nd4jActivation from = input();
            PreparedKernel pools = new PreparedKernel(operation.name(), List.of(), List.of());
            long next = 0;
            for (MeanStages.Stage stage : stages) {
                Nd4jActivation to = output;
                if (!stage.equals(last)) {
                    to = means(operation, stage.output(), next);
                    next += 2 * FlatArray.aligned(floats(stage.output()));
                }
                pools = pools.then(new Nd4jPool(operation.kind(), stage.window(), stage.input(), stage.output(), policy)
                        .bind(operation.name(), from, to, corrections(operation.kind(), stage), mode()));
                from = to;
            }
            return pools;
        }

        private Nd4jActivation means(Pool operation, Shape shape, long first) {
            long offset = sizes.plan().saved(operation).offset() / Float.BYTES + first;
            INDArray gradients = stageMeans(offset + FlatArray.aligned(floats(shape)), shape);
            return new Nd4jActivation(shape, stageMeans(offset, shape), output.hasGradient() ? gradients : null);
        }

        private INDArray stageMeans(long offset, Shape shape) {
            return memory.arena().view(offset, clock.batch(), shape.channels(), shape.height(), shape.width());
        }

        private List<INDArray> corrections(PoolKind kind, MeanStages.Stage stage) {
            Shape to = stage.output();
            if (kind != PoolKind.AVERAGE || !ClippedMean.isClipped(stage.window(), stage.input(), to)) {
                return List.of();
            }
            INDArray factors = newHostArray((long) to.height() * to.width()).view(0, 1, 1, to.height(), to.width());
            float[] values = ClippedMean.corrections(stage.window(), stage.input(), to);
            policy.hostArray(factors).write(values, values.length);
            return List.of(factors);
        }
    }

    /** Makes a loss and records its targets. */
    private final class LossOf implements Loss.PartialVisitor<LossKernel> {
        @Override
        public LossKernel softmaxCrossEntropy(SoftmaxCrossEntropy loss) {
            if (!options.weights().isNone()) {
                return other(loss);
            }
            Shape logits = loss.output().shape();
            targets = new LossTargets.Labels(logits.size());
            return new Nd4jSoftmaxCrossEntropy(
                    known(loss.output()),
                    hostRows(logits),
                    hostRows(logits),
                    loss.weight(),
                    options.labelSmoothing(),
                    memory.scratch(),
                    clock,
                    policy);
        }

        @Override
        public LossKernel squaredError(SquaredError loss) {
            Shape output = loss.output().shape();
            INDArray target = hostRows(output);
            targets = new LossTargets.Values(policy.hostArray(target), output.size());
            return new Nd4jSquaredError(known(loss.output()), hostRows(output), target, loss.factor(), policy);
        }

        @Override
        public LossKernel other(Loss loss) {
            targets = HostedLoss.targets(loss);
            INDArray outputs = hostRows(loss.output().shape());
            INDArray gradients = hostRows(loss.output().shape());
            PreparedStep take = Elementwise.copy(known(loss.output()).rows(), outputs, policy);
            PreparedStep give = Elementwise.copy(gradients, known(loss.output()).gradientRows(), policy);
            HostArray taken = policy.hostArray(outputs);
            HostArray given = policy.hostArray(gradients);
            return HostedLoss.bind(
                    loss,
                    clock,
                    options,
                    values -> {
                        take.run();
                        taken.read(values);
                    },
                    gradient -> {
                        given.write(gradient, gradient.length);
                        give.run();
                    });
        }
    }
}
