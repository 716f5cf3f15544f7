package dev.netwright.tests.parity;

import dev.netwright.runtime.kernel.OptimizerState;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.kernel.ParameterVectors;
import dev.netwright.runtime.kernel.UpdatePlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parameters of which a gradient, a running statistic, or what an optimizer makes of them may be wrong. */
record FaultyParameters(ParameterMemory right, InjectedFaults faults) implements ParameterMemory {
    /** How the kinds of an optimizer's faults begin. */
    static final String OPTIMIZER = "optimizer ";

    @Override
    public ParameterTable table() {
        return right.table();
    }

    @Override
    public void read(Parameter parameter, float[] target) {
        right.read(parameter, target);
        if (!parameter.role().isTrainable() && faults.isIn("training, " + parameter.role(), parameter.name())) {
            multiply(target);
        }
    }

    @Override
    public void write(Parameter parameter, float[] source) {
        right.write(parameter, source);
    }

    @Override
    public void readGradient(Parameter parameter, float[] target) {
        right.readGradient(parameter, target);
        if (faults.isIn("training, gradient of " + parameter.role(), parameter.name())) {
            multiply(target);
        }
    }

    @Override
    public ParameterUpdate update(UpdatePlan plan) {
        return new FaultyUpdate(right.update(plan), OPTIMIZER + plan.rule());
    }

    @Override
    public ParameterVectors vectors() {
        return right.vectors();
    }

    @Override
    public void close() {
        right.close();
    }

    private void multiply(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (values[i] * faults.factor());
        }
    }

    private float[] values(Parameter parameter) {
        float[] values = new float[parameter.size()];
        right.read(parameter, values);
        return values;
    }

    private final class FaultyUpdate implements ParameterUpdate {
        private final ParameterUpdate update;
        private final String rule;

        FaultyUpdate(ParameterUpdate update, String rule) {
            this.update = update;
            this.rule = rule;
        }

        @Override
        public void step(double learningRate, int iteration, int epoch) {
            Map<Parameter, float[]> before = new LinkedHashMap<>();
            table().parameters().forEach(parameter -> before.put(parameter, values(parameter)));
            update.step(learningRate, iteration, epoch);
            if (faults.isIn(rule + ", change", "every parameter")) {
                before.forEach((parameter, old) -> {
                    float[] values = values(parameter);
                    for (int i = 0; i < values.length; i++) {
                        values[i] = (float) (old[i] + ((double) values[i] - old[i]) * faults.factor());
                    }
                    right.write(parameter, values);
                });
            }
        }

        @Override
        public List<OptimizerState> states() {
            return update.states();
        }

        @Override
        public void read(OptimizerState state, float[] target) {
            update.read(state, target);
            if (faults.isIn(rule + ", " + state.kind(), "every parameter")) {
                multiply(target);
            }
        }

        @Override
        public void write(OptimizerState state, float[] source) {
            update.write(state, source);
        }

        @Override
        public void close() {
            update.close();
        }
    }
}
