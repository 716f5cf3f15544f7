package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.kernel.UpdateRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Parameters and gradients as two flat vectors of the same layout: every tensor dense in its logical order. Running
 * statistics lie in a third, where no optimizer walks.
 */
final class Nd4jParameters implements ParameterMemory {
    private final ParameterTable table;
    private final BackendPolicy policy;
    private final Map<Parameter, Long> offsets = new HashMap<>();
    private final long floats;
    private final FlatArray values;
    private final FlatArray statistics;
    private @Nullable FlatArray gradients;

    Nd4jParameters(ParameterTable table, BackendPolicy policy) {
        this.table = table;
        this.policy = policy;
        floats = place(table.parameters());
        // Zeros, so that the padding between tensors is 0 and stays so under every optimizer.
        values = FlatArray.zeros(floats);
        statistics = FlatArray.zeros(place(table.statistics()));
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
    public void write(Parameter parameter, float[] source) {
        copyIn(parameter, source, value(parameter));
    }

    @Override
    public void readGradient(Parameter parameter, float[] target) {
        if (gradients == null) {
            throw new IllegalStateException("no training program is bound, so there are no gradients");
        }
        copyOut(parameter, gradient(parameter), target);
    }

    @Override
    public ParameterUpdate update(UpdateRule rule) {
        FlatArray state = FlatArray.zeros(rule.states() * floats);
        return new Nd4jUpdate(
                this, state, FlatUpdate.of(rule, values.whole(), gradients().whole(), state.whole(), policy));
    }

    @Override
    public void close() {
        values.close();
        statistics.close();
        if (gradients != null) {
            gradients.close();
        }
    }

    INDArray value(Parameter parameter) {
        return view(parameter.role().isTrainable() ? values : statistics, 0, parameter);
    }

    INDArray gradient(Parameter parameter) {
        if (!parameter.role().isTrainable()) {
            throw new IllegalArgumentException(parameter.name() + " follows the batches and has no gradient");
        }
        return view(gradients(), 0, parameter);
    }

    /** A part of an optimizer's state. */
    INDArray state(FlatArray state, int part, Parameter parameter) {
        return view(state, part * floats, parameter);
    }

    private FlatArray gradients() {
        if (gradients == null) {
            gradients = FlatArray.zeros(floats);
        }
        return gradients;
    }

    private INDArray view(FlatArray flat, long start, Parameter parameter) {
        Long offset = offsets.get(parameter);
        if (offset == null) {
            throw new IllegalArgumentException(parameter.name() + " belongs to another network");
        }
        return flat.view(
                start + offset,
                parameter.shape().stream().mapToLong(Integer::longValue).toArray());
    }

    private static void requireSize(Parameter parameter, float[] array) {
        if (array.length != parameter.size()) {
            throw new IllegalArgumentException(
                    parameter.name() + " has " + parameter.size() + " values, found " + array.length);
        }
    }

    static void copyIn(Parameter parameter, float[] source, INDArray view) {
        requireSize(parameter, source);
        try (INDArray uploaded = Nd4j.create(source, view.shape(), 'c')) {
            view.assign(uploaded);
        }
    }

    static void copyOut(Parameter parameter, INDArray view, float[] target) {
        requireSize(parameter, target);
        // A copy first: on CUDA, reading a view would move the whole vector to the host.
        try (INDArray copy = view.dup('c')) {
            System.arraycopy(copy.data().asFloat(), 0, target, 0, target.length);
        }
    }
}
