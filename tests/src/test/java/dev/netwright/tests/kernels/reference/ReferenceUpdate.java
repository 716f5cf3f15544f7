package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.OptimizerState;
import dev.netwright.runtime.kernel.ParameterUpdate;
import java.util.List;

/** A rule bound to parameters; its state is kept in double and told in float. */
record ReferenceUpdate(ReferenceParameters parameters, ReferenceRule rule) implements ParameterUpdate {
    @Override
    public void step(double learningRate, int iteration, int epoch) {
        rule.step(learningRate, iteration, epoch);
    }

    @Override
    public List<OptimizerState> states() {
        return OptimizerState.of(
                List.copyOf(rule.states().keySet()), parameters.table().parameters());
    }

    @Override
    public void read(OptimizerState state, float[] target) {
        parameters.copyOut(state.parameter(), memory(state), target);
    }

    @Override
    public void write(OptimizerState state, float[] source) {
        parameters.copyIn(state.parameter(), source, memory(state));
    }

    @Override
    public void close() {}

    private double[] memory(OptimizerState state) {
        List<String> kinds = List.copyOf(rule.states().keySet());
        return List.copyOf(rule.states().values()).get(state.partOf(kinds));
    }
}
