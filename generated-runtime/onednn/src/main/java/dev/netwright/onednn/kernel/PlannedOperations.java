package dev.netwright.onednn.kernel;

import dev.netwright.onednn.image.ImageGroupNorm;
import dev.netwright.onednn.image.ImageLayerNorm;
import dev.netwright.onednn.image.ImageStochasticDepth;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.parameter.FoldedNorm;
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
import dev.netwright.operation.GroupNorm;
import dev.netwright.operation.LayerNorm;
import dev.netwright.operation.LayerScale;
import dev.netwright.operation.Linear;
import dev.netwright.operation.LocalResponseNorm;
import dev.netwright.operation.Loss;
import dev.netwright.operation.Multiply;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Pool;
import dev.netwright.operation.Program;
import dev.netwright.operation.Shape;
import dev.netwright.operation.SoftmaxCrossEntropy;
import dev.netwright.operation.SquaredError;
import dev.netwright.operation.StochasticDepth;
import dev.netwright.operation.TransposedConvolution;
import dev.netwright.operation.Upsample;
import dev.netwright.operation.Value;
import dev.netwright.plan.onednn.ResidualSum;
import dev.netwright.runtime.kernel.SingleValueNormException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** A program's operations, each planned with the knowledge of who reads its output. */
public final class PlannedOperations {
    private final Program program;
    private final BindingPlan plan;
    private final Map<Value, OneDnnActivation> activations = new HashMap<>();
    private final List<KernelPlan> kernels = new ArrayList<>();
    private final List<LossPlan> losses = new ArrayList<>();

    private PlannedOperations(Program program, BindingPlan plan) {
        this.program = program;
        this.plan = plan;
        noteValues();
        List<Operation> operations = program.operations();
        int count = operations.size() + program.losses().size();
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            KernelBuilder kernel = new KernelBuilder(operation.name(), operation.parameterPrefix(), plan, i, count);
            Planner planner = new Planner(operation, kernel);
            kernels.add(operation.accept(planner).between(planner.inputs, planner.output));
        }
        for (Loss loss : program.losses()) {
            int position = operations.size() + losses.size();
            KernelBuilder kernel = new KernelBuilder(loss.name(), loss.name(), plan, position, count);
            losses.add(loss.accept(new LossPlanner(kernel, known(loss.output()))));
        }
    }

    public static PlannedOperations of(Program program, BindingPlan plan) {
        return new PlannedOperations(program, plan);
    }

    public List<KernelPlan> kernels() {
        return List.copyOf(kernels);
    }

    public List<LossPlan> losses() {
        return List.copyOf(losses);
    }

    public OneDnnActivation images() {
        return known(program.images());
    }

    public OneDnnActivation output() {
        return known(program.output());
    }

    /** Everything that a kernel may ask of its neighbours, before the first is planned. */
    private void noteValues() {
        OneDnnActivation images = OneDnnActivation.of(program.images().shape(), false, true);
        Layout layout = Layout.plain(
                plan.batch(),
                images.shape().channels(),
                images.shape().height(),
                images.shape().width());
        images.setValue(new Tensor(layout, plan.place(images, layout)));
        activations.put(program.images(), images);
        for (Operation operation : program.operations()) {
            Value output = operation.output();
            boolean isReadByHost = !program.isTraining() && program.isOutput(output);
            OneDnnActivation activation = OneDnnActivation.of(output.shape(), program.isTraining(), isReadByHost);
            activations.put(output, activation);
            if (operation instanceof Convolution && operation.function().isRelu()) {
                activation.setRectified();
            }
            for (Value input : operation.inputs()) {
                known(input).addReader();
                if (operation instanceof Pool pool) {
                    known(input).addPool(pool.kind());
                }
            }
        }
        program.losses().forEach(loss -> known(loss.output()).addReader());
        ResidualSum.of(program)
                .forEach((term, residual) -> known(term)
                        .setSum(new AwaitedSum(
                                known(residual.other()),
                                known(residual.sum().output()),
                                residual.sum().function())));
    }

    private OneDnnActivation known(Value value) {
        return Objects.requireNonNull(activations.get(value), value.name());
    }

    /** Hands an operation to the class that knows its primitives. */
    private final class Planner implements Operation.Visitor<KernelPlan> {
        private final KernelBuilder kernel;
        private final List<OneDnnActivation> inputs;
        private final OneDnnActivation output;

        Planner(Operation operation, KernelBuilder kernel) {
            this.kernel = kernel;
            inputs = IntStream.range(0, operation.inputs().size())
                    .mapToObj(position -> input(operation, position))
                    .toList();
            output = known(operation.output());
        }

        private OneDnnActivation input(Operation operation, int position) {
            OneDnnActivation input = known(operation.inputs().get(position));
            return program.accumulates(operation, position) ? input.asAccumulating() : input;
        }

        private OneDnnActivation input() {
            return inputs.get(0);
        }

        @Override
        public KernelPlan activation(Activation operation) {
            return OneDnnElementwise.plan(kernel, input(), output, operation.function());
        }

        @Override
        public KernelPlan adaptiveAveragePool(AdaptiveAveragePool operation) {
            return operation
                    .asPool()
                    .map(this::pool)
                    .orElseGet(() -> OneDnnResampling.plan(kernel, input(), output, operation.resampling()));
        }

        @Override
        public KernelPlan add(Add operation) {
            return OneDnnAddition.plan(kernel, input(), inputs.get(1), output, operation.function());
        }

        @Override
        public KernelPlan batchNorm(BatchNorm operation) {
            if (!program.isTraining() || plan.options().frozen().has(operation.parameterPrefix())) {
                return OneDnnNorm.inference(kernel, input(), output, operation.epsilon(), operation.function());
            }
            Shape shape = operation.output().shape();
            if ((long) plan.batch() * shape.height() * shape.width() == 1) {
                throw new SingleValueNormException(operation.parameterPrefix(), shape);
            }
            return OneDnnNorm.training(kernel, input(), output, operation);
        }

        @Override
        public KernelPlan channelShuffle(ChannelShuffle operation) {
            return OneDnnChannelShuffle.plan(kernel, input(), output, operation.groups());
        }

        @Override
        public KernelPlan channelSplit(ChannelSplit operation) {
            return OneDnnChannelSplit.plan(kernel, input(), output, operation.firstChannel());
        }

        @Override
        public KernelPlan concat(Concat operation) {
            return OneDnnConcat.plan(kernel, output, inputs);
        }

        @Override
        public KernelPlan convolution(Convolution operation) {
            return OneDnnConvolution.plan(kernel, input(), output, operation.window(), operation.function());
        }

        @Override
        public KernelPlan convolutionNorm(ConvolutionNorm operation) {
            FoldedNorm norm = new FoldedNorm(
                    operation.norm().parameterPrefix(), operation.norm().epsilon());
            return OneDnnConvolution.plan(
                    kernel, input(), output, operation.convolution().window(), norm, operation.function());
        }

        @Override
        public KernelPlan dropout(Dropout operation) {
            return OneDnnDropout.plan(kernel, input(), output, operation.rate(), operation.position());
        }

        @Override
        public KernelPlan groupNorm(GroupNorm operation) {
            ImageGroupNorm layer = new ImageGroupNorm(
                    OneDnnImageLayer.normTensors(kernel),
                    operation.groups(),
                    operation.epsilon(),
                    kernel.batch(),
                    plan.imageBuffers());
            return OneDnnImageLayer.plan(kernel, input(), output, operation, layer);
        }

        @Override
        public KernelPlan layerNorm(LayerNorm operation) {
            ImageLayerNorm layer =
                    new ImageLayerNorm(OneDnnImageLayer.normTensors(kernel), operation.epsilon(), plan.imageBuffers());
            return OneDnnImageLayer.plan(kernel, input(), output, operation, layer);
        }

        @Override
        public KernelPlan layerScale(LayerScale operation) {
            return OneDnnImageLayer.plan(kernel, input(), output, operation, OneDnnImageLayer.layerScale(kernel));
        }

        @Override
        public KernelPlan stochasticDepth(StochasticDepth operation) {
            ImageStochasticDepth layer =
                    new ImageStochasticDepth(plan.clock(), operation.rate(), operation.position(), plan.imageBuffers());
            return OneDnnImageLayer.plan(kernel, input(), output, operation, layer);
        }

        @Override
        public KernelPlan linear(Linear operation) {
            return OneDnnLinear.plan(kernel, input(), output, operation.function());
        }

        @Override
        public KernelPlan localResponseNorm(LocalResponseNorm operation) {
            return OneDnnLocalResponseNorm.plan(
                    kernel, input(), output, operation.size(), operation.alpha(), operation.beta(), operation.k());
        }

        @Override
        public KernelPlan multiply(Multiply operation) {
            return OneDnnMultiplication.plan(kernel, input(), inputs.get(1), output, operation.factor());
        }

        @Override
        public KernelPlan transposedConvolution(TransposedConvolution operation) {
            return OneDnnTransposedConvolution.plan(kernel, input(), output, operation);
        }

        @Override
        public KernelPlan upsample(Upsample operation) {
            return OneDnnUpsample.plan(kernel, input(), output, operation);
        }

        @Override
        public KernelPlan pool(Pool operation) {
            return OneDnnPool.plan(kernel, input(), output, operation.kind(), operation.window());
        }
    }

    /** Hands a loss to the class that computes it. */
    private record LossPlanner(KernelBuilder kernel, OneDnnActivation output) implements Loss.PartialVisitor<LossPlan> {
        @Override
        public LossPlan softmaxCrossEntropy(SoftmaxCrossEntropy loss) {
            return kernel.plan().options().weights().isNone()
                    ? OneDnnSoftmaxCrossEntropy.plan(kernel, output, loss.weight())
                    : other(loss);
        }

        @Override
        public LossPlan squaredError(SquaredError loss) {
            return OneDnnSquaredError.plan(kernel, output, loss.factor());
        }

        @Override
        public LossPlan other(Loss loss) {
            return LossPlan.hosted(kernel, output, loss);
        }
    }
}
