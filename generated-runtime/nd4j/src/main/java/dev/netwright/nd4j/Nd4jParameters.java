package dev.netwright.nd4j;

import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.kernel.ParameterVectors;
import dev.netwright.runtime.kernel.TensorRows;
import dev.netwright.runtime.kernel.UpdatePlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Parameters and gradients as two flat vectors of the same layout, each tensor dense in its logical order. Running
 * statistics are in a third vector, which no optimizer changes.
 */
final class Nd4jParameters implements ParameterMemory {
    /** Floats of a tensor that are copied in at once, or a row if that has more: 1 MiB. */
    private static final int PIECE_FLOATS = 1 << 18;

    /** Floats of a tensor that are read at once to find the largest. */
    private static final int LOOKED_FLOATS = 1 << 14;

    private final ParameterTable table;
    private final BackendPolicy policy;
    private final Map<Parameter, Long> offsets = new HashMap<>();
    private final long floats;
    private final long statisticsFloats;
    private final Nd4jVectors vectors;
    private @Nullable FlatArray values;
    private @Nullable FlatArray statistics;
    private @Nullable FlatArray gradients;
    /** The buffer for finding the largest value, kept after its first use so that later ones allocate nothing. */
    private float[] looked = {};

    /** Computes offsets only; memory is allocated when a value is first used, or by {@link #allocated}. */
    Nd4jParameters(ParameterTable table, BackendPolicy policy) {
        this.table = table;
        this.policy = policy;
        floats = place(inMemoryOrder());
        statisticsFloats = place(table.statistics());
        vectors = new Nd4jVectors(floats, this::values, this::statistics, this::gradients, policy);
    }

    /**
     * The same with memory for values and statistics.
     *
     * @throws dev.netwright.runtime.machine.InsufficientMemoryException if there is too little
     */
    Nd4jParameters allocated() {
        values();
        statistics();
        return this;
    }

    /** Bytes of the trainable parameters; their gradients and each of an optimizer's states take as many. */
    long bytes() {
        return Float.BYTES * floats;
    }

    /** Bytes of running statistics. */
    long statisticsBytes() {
        return Float.BYTES * statisticsFloats;
    }

    private long place(List<Parameter> tensors) {
        long next = 0;
        for (Parameter tensor : tensors) {
            offsets.put(tensor, next);
            next += FlatArray.aligned(tensor.size());
        }
        return next;
    }

    @Override
    public ParameterTable table() {
        return table;
    }

    @Override
    public void read(Parameter parameter, float[] target) {
        copyOut(parameter, value(parameter), target);
    }

    @Override
    public synchronized double largest(Parameter parameter) {
        looked = looked.length == 0 ? new float[LOOKED_FLOATS] : looked;
        double most = 0;
        for (int first = 0; first < parameter.size(); first += looked.length) {
            int length = Math.min(looked.length, parameter.size() - first);
            policy.copyOut(storage(parameter), offset(parameter) + first, looked, length);
            most = Math.max(most, ParameterMemory.largest(looked, length));
        }
        return most;
    }

    @Override
    public void write(Parameter parameter, float[] source) {
        copyIn(parameter, source, value(parameter));
    }

    /** By pieces, so that the heap needn't hold the whole of a large tensor. */
    @Override
    public void write(Parameter parameter, TensorRows source) {
        int rows = parameter.shape().get(0);
        int row = parameter.size() / rows;
        int most = Math.max(1, PIECE_FLOATS / row);
        float[] piece = new float[Math.min(rows, most) * row];
        for (int first = 0; first < rows; first += most) {
            int count = Math.min(most, rows - first);
            piece = piece.length == count * row ? piece : new float[count * row];
            source.fill(first, piece);
            policy.copyIn(piece, storage(parameter).view(offset(parameter) + (long) first * row, count, row));
        }
    }

    @Override
    public void readGradient(Parameter parameter, float[] target) {
        if (gradients == null) {
            throw new IllegalStateException("no training program is bound, so there are no gradients");
        }
        copyOut(parameter, gradient(parameter), target);
    }

    @Override
    public ParameterUpdate update(UpdatePlan plan) {
        return new Nd4jUpdate(this, plan, policy);
    }

    @Override
    public ParameterVectors vectors() {
        return vectors;
    }

    @Override
    public void close() {
        for (FlatArray memory : new @Nullable FlatArray[] {values, statistics, gradients}) {
            if (memory != null) {
                memory.close();
            }
        }
    }

    INDArray value(Parameter parameter) {
        return view(storage(parameter), 0, parameter);
    }

    private FlatArray storage(Parameter parameter) {
        return parameter.role().isTrainable() ? values() : statistics();
    }

    INDArray gradient(Parameter parameter) {
        if (!parameter.role().isTrainable()) {
            throw new IllegalArgumentException(parameter.name() + " follows the batches and has no gradient");
        }
        return view(gradients(), 0, parameter);
    }

    /** The trainable tensors as they lie one after the other. */
    List<Parameter> inMemoryOrder() {
        return UpdatePlan.memoryOrder(table.parameters());
    }

    /** Where consecutive tensors begin. */
    long start(List<Parameter> consecutive) {
        return offset(consecutive.get(0));
    }

    /** The values of consecutive tensors as one vector, padding included. */
    INDArray values(List<Parameter> consecutive) {
        return stretch(values(), consecutive);
    }

    /** The gradients of consecutive tensors as one vector, padding included. */
    INDArray gradients(List<Parameter> consecutive) {
        return stretch(gradients(), consecutive);
    }

    private INDArray stretch(FlatArray flat, List<Parameter> consecutive) {
        Parameter last = consecutive.get(consecutive.size() - 1);
        long start = start(consecutive);
        return flat.view(start, offset(last) + FlatArray.aligned(last.size()) - start);
    }

    /** Zeros, so that the padding between tensors is 0 and stays so under every optimizer. */
    private FlatArray values() {
        if (values == null) {
            values = FlatArray.zeros(table.size() + " parameters", floats);
        }
        return values;
    }

    private FlatArray statistics() {
        if (statistics == null) {
            statistics = FlatArray.zeros("running statistics", statisticsFloats);
        }
        return statistics;
    }

    private FlatArray gradients() {
        if (gradients == null) {
            gradients = FlatArray.zeros("gradients of " + table.size() + " parameters", floats);
        }
        return gradients;
    }

    /** A tensor in a vector that begins before it. */
    INDArray view(FlatArray flat, long start, Parameter parameter) {
        return flat.view(
                start + offset(parameter),
                parameter.shape().stream().mapToLong(Integer::longValue).toArray());
    }

    private long offset(Parameter parameter) {
        Long offset = offsets.get(parameter);
        if (offset == null) {
            throw new IllegalArgumentException(parameter.name() + " belongs to another network");
        }
        return offset;
    }

    private static void requireSize(Parameter parameter, float[] array) {
        if (array.length != parameter.size()) {
            throw new IllegalArgumentException(
                    parameter.name() + " has " + parameter.size() + " values, found " + array.length);
        }
    }

    void copyIn(Parameter parameter, float[] source, INDArray view) {
        requireSize(parameter, source);
        policy.copyIn(source, view);
    }

    void copyOut(Parameter parameter, INDArray view, float[] target) {
        requireSize(parameter, target);
        policy.copyOut(view, target);
    }
}
