package dev.netwright.nd4j;

import dev.netwright.operation.AdaptiveAveragePool;
import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.ClippedMean;
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
import dev.netwright.plan.Arena;
import dev.netwright.plan.MemoryPlan;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.SingleValueNormException;
import java.util.List;

/**
 * The memory of one binding, before there is any: the plan of its arena, and what lies beside it.
 *
 * @param plan of values, gradients and what kernels keep for their backward
 * @param hostFloats room for what the host writes or reads: images, logits, masks, losses and their targets, constants
 * @param scratchFloats the most that a kernel needs while it runs
 * @param passingFloats the most that the vendor's library takes within a call and gives back at its end
 * @param gradientFloats room for the gradients of the kernel that adds the most
 */
record BindingSizes(
        Program program,
        int batch,
        MemoryPlan plan,
        long hostFloats,
        long scratchFloats,
        long passingFloats,
        long gradientFloats) {
    /**
     * The sizes for a batch.
     *
     * @throws SingleValueNormException if a norm in training sees one value in each channel
     */
    static BindingSizes of(Program program, int batch, ParameterTable parameters, BindingOptions options) {
        MemoryPlan plan =
                MemoryPlan.of(program, new Nd4jNeeds(program, batch, options.frozen()), new Arena(Nd4jNeeds.ALIGNMENT));
        Sum sum = new Sum(program, batch, parameters, options);
        sum.host(program.images().shape());
        if (!program.isTraining()) {
            sum.host(program.output().shape());
        }
        for (Operation operation : program.operations()) {
            operation.accept(sum);
            sum.function(operation);
            sum.addGradients(operation);
        }
        program.losses().forEach(loss -> loss.accept(sum));
        return new BindingSizes(program, batch, plan, sum.host, sum.scratch, sum.passing, sum.gradients);
    }

    /** For messages. */
    @Override
    public String toString() {
        return (program.mode() == Mode.TRAINING ? "a training" : "an inference") + " batch of " + batch;
    }

    /** Visits the operations and keeps the largest size of each kind. */
    private static final class Sum implements Operation.PartialVisitor<Void>, Loss.PartialVisitor<Void> {
        private static final int HELPER_BLOCK = 16;

        private final Program program;
        private final int batch;
        private final ParameterTable parameters;
        private final BindingOptions options;
        private long host;
        private long scratch;
        private long passing;
        private long gradients;

        Sum(Program program, int batch, ParameterTable parameters, BindingOptions options) {
            this.program = program;
            this.batch = batch;
            this.parameters = parameters;
            this.options = options;
        }

        private Void host(Shape shape) {
            host += floats(shape);
            return null;
        }

        private Void scratch(long floats) {
            scratch = Math.max(scratch, floats);
            return null;
        }

        private void function(Operation operation) {
            scratch(InPlaceActivation.scratchFloats(
                    operation.function(), batch, operation.output().shape()));
        }

        private void addGradients(Operation operation) {
            long floats = 0;
            for (int i = 0; i < operation.inputs().size(); i++) {
                if (program.accumulates(operation, i)) {
                    floats += FlatArray.aligned(floats(operation.inputs().get(i).shape()));
                }
            }
            gradients = Math.max(gradients, floats);
        }

        /** A kernel that needs scratch anyway fails when it is bound. */
        @Override
        public Void other(Operation operation) {
            return null;
        }

        @Override
        public Void adaptiveAveragePool(AdaptiveAveragePool operation) {
            return operation.asPool().map(this::pool).orElseGet(() -> resampling(operation, operation.resampling()));
        }

        /** Two matrices, and a copy of what a product reads and writes within each call. */
        private Void resampling(Operation operation, Resampling resampling) {
            for (SideWeights side : List.of(resampling.rows(), resampling.columns())) {
                host += (long) side.from() * side.to();
            }
            Shape in = operation.input().shape();
            Shape out = operation.output().shape();
            long between = Nd4jResampling.scratchFloats(batch, in, out);
            passing = Math.max(passing, between + Math.max(floats(in), floats(out)));
            return scratch(between);
        }

        @Override
        public Void batchNorm(BatchNorm operation) {
            Shape shape = operation.output().shape();
            if (!program.isTraining() || options.frozen().has(operation.parameterPrefix())) {
                return scratch(Nd4jInferenceNorm.scratchFloats(shape.channels()));
            }
            if ((long) batch * shape.height() * shape.width() == 1) {
                throw new SingleValueNormException(operation.parameterPrefix(), shape);
            }
            return scratch(NormMemory.scratchFloats(batch, shape));
        }

        @Override
        public Void convolution(Convolution operation) {
            Shape output = operation.output().shape();
            if (program.isTraining() && operation.input().isImages()) {
                scratch(Nd4jConvolution.firstLayerScratchFloats(
                        batch, operation.input().shape(), output, parameters.weight(operation.name())));
            }
            if (program.isTraining() && parameters.bias(operation.name()).isPresent()) {
                scratch(Nd4jConvolution.biasScratchFloats(batch, output));
            }
            return passing(operation.input(), operation.output());
        }

        @Override
        public Void convolutionNorm(ConvolutionNorm operation) {
            scratch(Nd4jInferenceNorm.scratchFloats(operation.output().shape().channels()));
            return passing(operation.input(), operation.output());
        }

        /** A convolution's helper copies what it reads and writes to layouts in blocks of channels, at each call. */
        private Void passing(Value input, Value output) {
            long copies = program.isTraining() && !input.isImages() ? 2 : 1;
            passing = Math.max(passing, copies * blocked(input.shape()) + blocked(output.shape()));
            return null;
        }

        @Override
        public Void dropout(Dropout operation) {
            return host(operation.output().shape());
        }

        @Override
        public Void groupNorm(GroupNorm operation) {
            return scratch(Nd4jPartsNorm.scratchFloats(
                    NormedParts.of(operation), batch, operation.output().shape()));
        }

        @Override
        public Void layerNorm(LayerNorm operation) {
            return scratch(Nd4jPartsNorm.scratchFloats(
                    NormedParts.of(operation), batch, operation.output().shape()));
        }

        @Override
        public Void layerScale(LayerScale operation) {
            return program.isTraining()
                    ? scratch(Nd4jLayerScale.scratchFloats(
                            batch, operation.output().shape()))
                    : null;
        }

        @Override
        public Void stochasticDepth(StochasticDepth operation) {
            host += batch;
            return null;
        }

        @Override
        public Void linear(Linear operation) {
            return program.isTraining()
                    ? scratch(Nd4jLinear.scratchFloats(batch, operation.output().shape()))
                    : null;
        }

        @Override
        public Void localResponseNorm(LocalResponseNorm operation) {
            return scratch(
                    Nd4jLocalResponseNorm.scratchFloats(batch, operation.input().shape()));
        }

        @Override
        public Void multiply(Multiply operation) {
            return operation.isGated() && program.isTraining()
                    ? scratch(Nd4jMultiplication.scratchFloats(
                            batch, operation.output().shape()))
                    : null;
        }

        @Override
        public Void transposedConvolution(TransposedConvolution operation) {
            Shape in = operation.input().shape();
            Shape out = operation.output().shape();
            passing = Math.max(
                    passing,
                    Nd4jTransposedConvolution.passingFloats(batch, in, out, operation.window(), operation.groups()));
            return program.isTraining()
                    ? scratch(Nd4jTransposedConvolution.scratchFloats(
                            batch, in, out, parameters.weight(operation.name())))
                    : null;
        }

        @Override
        public Void upsample(Upsample operation) {
            return resampling(operation, operation.resampling());
        }

        @Override
        public Void pool(Pool operation) {
            if (operation.kind().isMean()) {
                for (MeanStages.Stage stage : Nd4jNeeds.stages(operation)) {
                    Shape means = stage.output();
                    if (operation.kind() == PoolKind.AVERAGE
                            && ClippedMean.isClipped(stage.window(), stage.input(), means)) {
                        host += (long) means.height() * means.width();
                    }
                }
            }
            return null;
        }

        /** Log-probabilities and targets. */
        @Override
        public Void softmaxCrossEntropy(SoftmaxCrossEntropy loss) {
            if (!options.weights().isNone()) {
                return other(loss);
            }
            Shape logits = loss.output().shape();
            host(logits);
            host(logits);
            return scratch(Nd4jSoftmaxCrossEntropy.scratchFloats(batch, logits));
        }

        /** Differences and targets. */
        @Override
        public Void squaredError(SquaredError loss) {
            host(loss.output().shape());
            return host(loss.output().shape());
        }

        /** Outputs and their gradients. */
        @Override
        public Void other(Loss loss) {
            host(loss.output().shape());
            return host(loss.output().shape());
        }

        private long blocked(Shape shape) {
            int blocks = (shape.channels() + HELPER_BLOCK - 1) / HELPER_BLOCK;
            return (long) batch * blocks * HELPER_BLOCK * shape.height() * shape.width();
        }

        private long floats(Shape shape) {
            return (long) batch * shape.size();
        }
    }
}
