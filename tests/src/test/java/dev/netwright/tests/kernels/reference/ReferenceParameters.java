package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.kernel.ParameterVector;
import dev.netwright.runtime.kernel.ParameterVectors;
import dev.netwright.runtime.kernel.UpdatePlan;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Parameters, running statistics and gradients in double. All begin as NaN, so that what is never written shows. */
public final class ReferenceParameters implements ParameterMemory {
    private final ParameterTable table;
    private final Map<Parameter, Integer> offsets = new HashMap<>();
    private final double[] values;
    private final double[] statistics;
    private double[] gradients = {};

    ReferenceParameters(ParameterTable table) {
        this.table = table;
        values = placed(table.parameters());
        statistics = placed(table.statistics());
    }

    private double[] placed(List<Parameter> tensors) {
        int next = 0;
        for (Parameter tensor : tensors) {
            offsets.put(tensor, next);
            next += tensor.size();
        }
        double[] memory = new double[next];
        Arrays.fill(memory, Double.NaN);
        return memory;
    }

    @Override
    public ParameterTable table() {
        return table;
    }

    @Override
    public void read(Parameter parameter, float[] target) {
        copyOut(parameter, memory(parameter), target);
    }

    @Override
    public void write(Parameter parameter, float[] source) {
        copyIn(parameter, source, memory(parameter));
    }

    @Override
    public void readGradient(Parameter parameter, float[] target) {
        requireGradient(parameter);
        copyOut(parameter, gradients, target);
    }

    /** One value in full precision, by its number in the logical order. */
    public double value(Parameter parameter, int number) {
        return memory(parameter)[view(parameter).place(number)];
    }

    /** Changes one value in full precision. */
    public void set(Parameter parameter, int number, double value) {
        memory(parameter)[view(parameter).place(number)] = value;
    }

    /** One gradient in full precision. */
    public double gradient(Parameter parameter, int number) {
        requireGradient(parameter);
        return gradients[view(parameter).place(number)];
    }

    @Override
    public ParameterUpdate update(UpdatePlan plan) {
        bindGradients();
        return new ReferenceUpdate(this, plan);
    }

    @Override
    public ParameterVectors vectors() {
        return new ParameterVectors() {
            @Override
            public ParameterVector values() {
                return new ReferenceVector(values);
            }

            @Override
            public ParameterVector statistics() {
                return new ReferenceVector(statistics);
            }

            @Override
            public ParameterVector gradients() {
                bindGradients();
                return new ReferenceVector(gradients);
            }

            @Override
            public ParameterVector allocate(String what) {
                return new ReferenceVector(new double[values.length]);
            }
        };
    }

    /** Where a parameter's values and gradients lie. */
    Stretch stretch(Parameter parameter) {
        Integer start = offsets.get(parameter);
        if (start == null) {
            throw new IllegalArgumentException(parameter.name() + " belongs to another network");
        }
        return new Stretch(values, gradients, start, start + parameter.size());
    }

    @Override
    public void close() {
        Arrays.fill(values, Double.NaN);
        Arrays.fill(statistics, Double.NaN);
    }

    /** Makes room for gradients; views made before don't see it. */
    void bindGradients() {
        if (gradients.length == 0) {
            gradients = new double[values.length];
            Arrays.fill(gradients, Double.NaN);
        }
    }

    ParameterView view(Parameter parameter) {
        Integer offset = offsets.get(parameter);
        if (offset == null) {
            throw new IllegalArgumentException(parameter.name() + " belongs to another network");
        }
        return new ParameterView(parameter, memory(parameter), gradients, offset);
    }

    private double[] memory(Parameter parameter) {
        return parameter.role().isTrainable() ? values : statistics;
    }

    private void requireGradient(Parameter parameter) {
        if (!parameter.role().isTrainable()) {
            throw new IllegalArgumentException(parameter.name() + " follows the batches and has no gradient");
        }
        if (gradients.length == 0) {
            throw new IllegalStateException("no training program is bound, so there are no gradients");
        }
    }

    void copyIn(Parameter parameter, float[] source, double[] target) {
        requireSize(parameter, source);
        ParameterView view = view(parameter);
        for (int number = 0; number < source.length; number++) {
            target[view.place(number)] = source[number];
        }
    }

    void copyOut(Parameter parameter, double[] source, float[] target) {
        requireSize(parameter, target);
        ParameterView view = view(parameter);
        for (int number = 0; number < parameter.size(); number++) {
            target[number] = (float) source[view.place(number)];
        }
    }

    private static void requireSize(Parameter parameter, float[] array) {
        if (array.length != parameter.size()) {
            throw new IllegalArgumentException(
                    parameter.name() + " has " + parameter.size() + " values, found " + array.length);
        }
    }
}
