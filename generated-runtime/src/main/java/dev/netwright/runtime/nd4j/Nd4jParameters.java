package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.kernel.UpdateRule;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Parameters and gradients as two flat vectors of the same layout: every tensor dense in its logical order. */
final class Nd4jParameters implements ParameterMemory {
    private final ParameterTable table;
    private final BackendPolicy policy;
    private final Map<Parameter, Long> offsets = new HashMap<>();
    private final long floats;
    private final FlatArray values;
    private @Nullable FlatArray gradients;

    Nd4jParameters(ParameterTable table, BackendPolicy policy) {
        this.table = table;
        this.policy = policy;
        long next = 0;
        for (Parameter parameter : table.parameters()) {
            offsets.put(parameter, next);
            next += FlatArray.aligned(parameter.size());
        }
        floats = next;
        // Zeros, so that the padding between tensors is 0 and stays so under every optimizer.
        values = FlatArray.zeros(floats);
    }

    @Override
    public ParameterTable table() {
        return table;
    }

    @Override
    public void read(Parameter parameter, float[] target) {
        requireSize(parameter, target);
        copyOut(view(values, parameter), target);
    }

    @Override
    public void write(Parameter parameter, float[] source) {
        INDArray view = view(values, parameter);
        requireSize(parameter, source);
        try (INDArray uploaded = Nd4j.create(source, view.shape(), 'c')) {
            view.assign(uploaded);
        }
    }

    @Override
    public void readGradient(Parameter parameter, float[] target) {
        if (gradients == null) {
            throw new IllegalStateException("no training program is bound, so there are no gradients");
        }
        requireSize(parameter, target);
        copyOut(view(gradients, parameter), target);
    }

    @Override
    public ParameterUpdate update(UpdateRule rule) {
        return FlatUpdate.of(rule, values.whole(), gradients().whole(), policy);
    }

    @Override
    public void close() {
        values.close();
        if (gradients != null) {
            gradients.close();
        }
    }

    INDArray value(Parameter parameter) {
        return view(values, parameter);
    }

    INDArray gradient(Parameter parameter) {
        return view(gradients(), parameter);
    }

    private FlatArray gradients() {
        if (gradients == null) {
            gradients = FlatArray.zeros(floats);
        }
        return gradients;
    }

    private INDArray view(FlatArray flat, Parameter parameter) {
        Long offset = offsets.get(parameter);
        if (offset == null) {
            throw new IllegalArgumentException(parameter.name() + " belongs to another network");
        }
        return flat.view(
                offset, parameter.shape().stream().mapToLong(Integer::longValue).toArray());
    }

    private static void requireSize(Parameter parameter, float[] array) {
        if (array.length != parameter.size()) {
            throw new IllegalArgumentException(
                    parameter.name() + " has " + parameter.size() + " values, found " + array.length);
        }
    }

    private static void copyOut(INDArray view, float[] target) {
        // A copy first: on CUDA, reading a view would move the whole vector to the host.
        try (INDArray copy = view.dup('c')) {
            System.arraycopy(copy.data().asFloat(), 0, target, 0, target.length);
        }
    }
}
