package dev.netwright.nd4j;

import dev.netwright.operation.Activation;
import dev.netwright.operation.AdaptiveAveragePool;
import dev.netwright.operation.Add;
import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.GroupNorm;
import dev.netwright.operation.LayerNorm;
import dev.netwright.operation.LayerScale;
import dev.netwright.operation.Linear;
import dev.netwright.operation.LocalResponseNorm;
import dev.netwright.operation.MeanStages;
import dev.netwright.operation.Multiply;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Pool;
import dev.netwright.operation.Program;
import dev.netwright.operation.Shape;
import dev.netwright.operation.TransposedConvolution;
import dev.netwright.plan.KernelNeeds;
import dev.netwright.runtime.kernel.FrozenLayers;
import java.util.List;

/** What ND4J's kernels need of memory: dense float32 values, branches in the channels of their join. */
record Nd4jNeeds(Program program, int batch, FrozenLayers frozen) implements KernelNeeds {
    /** Where regions of the arena begin, in bytes. */
    static final long ALIGNMENT = Float.BYTES * FlatArray.ALIGNMENT;

    @Override
    public long bytes(Shape shape) {
        return Float.BYTES * floats(shape);
    }

    /**
     * Operations that aren't listed read it: a new operation keeps its input, which costs memory but is never wrong.
     */
    @Override
    public boolean readsInputInBackward(Operation operation) {
        return !operation.isLinear()
                && !(operation instanceof Activation && operation.function().isDerivedFromResult());
    }

    @Override
    public boolean readsOutputInBackward(Operation operation) {
        return !operation.function().isIdentity()
                || !(operation.isLinear()
                        || operation instanceof BatchNorm
                        || operation instanceof Convolution
                        || operation instanceof GroupNorm
                        || operation instanceof LayerNorm
                        || operation instanceof LayerScale
                        || operation instanceof Linear
                        || operation instanceof Multiply
                        || operation instanceof TransposedConvolution
                        || operation instanceof Pool);
    }

    @Override
    public boolean overwritesInput(Operation operation) {
        return operation instanceof Dropout
                || (operation instanceof Activation
                        && (operation.function().isDerivedFromResult() || !program.isTraining()))
                || ((operation instanceof Add || operation instanceof Multiply) && !program.isTraining());
    }

    @Override
    public boolean overwritesGradient(Operation operation) {
        return operation instanceof Dropout || operation instanceof Activation || operation instanceof BatchNorm;
    }

    @Override
    public boolean joinsInPlace() {
        return true;
    }

    @Override
    public long savedBytes(Operation operation) {
        if (operation instanceof LocalResponseNorm && program.isTraining()) {
            return bytes(operation.output().shape());
        }
        if (operation instanceof BatchNorm norm && program.isTraining() && !frozen.has(norm.parameterPrefix())) {
            return Float.BYTES * NormMemory.keptFloats(norm.output().shape());
        }
        if (operation instanceof LayerNorm norm && program.isTraining()) {
            return Float.BYTES * NormedParts.of(norm).keptFloats(batch);
        }
        if (operation instanceof GroupNorm norm && program.isTraining()) {
            return Float.BYTES * NormedParts.of(norm).keptFloats(batch);
        }
        if (operation instanceof AdaptiveAveragePool pool) {
            return pool.asPool().map(this::savedBytes).orElse(0L);
        }
        if (operation instanceof Pool pool && pool.kind().isMean()) {
            return Float.BYTES * 2 * meanFloats(pool);
        }
        return 0;
    }

    /** Floats of the means between the stages of a mean over a large window, each aligned. */
    private long meanFloats(Pool pool) {
        List<MeanStages.Stage> stages = stages(pool);
        return stages.subList(0, stages.size() - 1).stream()
                .mapToLong(stage -> FlatArray.aligned(floats(stage.output())))
                .sum();
    }

    /** The pools that one mean takes. */
    static List<MeanStages.Stage> stages(Pool pool) {
        return MeanStages.of(pool.window(), pool.input().shape(), pool.output().shape());
    }

    private long floats(Shape shape) {
        return (long) batch * shape.size();
    }
}
