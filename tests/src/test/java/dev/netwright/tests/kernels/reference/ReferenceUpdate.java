package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.GradientClipping;
import dev.netwright.runtime.kernel.OptimizerState;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.kernel.UpdatePlan;
import dev.netwright.runtime.kernel.UpdateRule;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** A plan bound to parameters, parameter by parameter; its state is kept in double and told in float. */
final class ReferenceUpdate implements ParameterUpdate {
    private final ReferenceParameters parameters;
    private final UpdatePlan plan;
    private final Map<Parameter, Stretch> stretches = new LinkedHashMap<>();
    private final Map<Parameter, ReferenceRule> rules = new LinkedHashMap<>();
    private final Map<String, double[]> states = new HashMap<>();

    ReferenceUpdate(ReferenceParameters parameters, UpdatePlan plan) {
        this.parameters = parameters;
        this.plan = plan;
        for (Parameter parameter : parameters.table().parameters()) {
            if (!plan.frozen().has(parameter.layer())) {
                Stretch stretch = parameters.stretch(parameter);
                stretches.put(parameter, stretch);
                rules.put(parameter, rule(parameter, stretch));
            }
        }
    }

    private ReferenceRule rule(Parameter parameter, Stretch stretch) {
        UpdateRule rule =
                plan.decayed().has(parameter) ? plan.rule() : plan.rule().withoutDecay();
        if (rule instanceof UpdateRule.GradientDescent descent) {
            return new ReferenceGradientDescent(descent, stretch, state("velocity", stretch));
        }
        if (rule instanceof UpdateRule.Adam adam) {
            return new ReferenceAdam(adam, stretch, state("first moment", stretch), state("second moment", stretch));
        }
        throw new UnsupportedOperationException("the reference kernels know gradient descent and Adam, found " + rule);
    }

    /** One vector for the stretches of all parameters. */
    private double[] state(String name, Stretch stretch) {
        return states.computeIfAbsent(name, created -> new double[stretch.values().length]);
    }

    @Override
    public void step(double learningRate, int iteration, int epoch) {
        clip();
        stretches.forEach((parameter, stretch) -> {
            double decay = plan.decayed().has(parameter) ? plan.l2() : 0;
            for (int i = stretch.start(); i < stretch.end(); i++) {
                stretch.gradients()[i] += decay * stretch.values()[i];
            }
        });
        rules.forEach((parameter, rule) -> rule.step(plan.rates().of(parameter) * learningRate, iteration, epoch));
    }

    private void clip() {
        if (plan.clipping() instanceof GradientClipping.ByValue limit) {
            changeGradients(g -> Math.max(-limit.most(), Math.min(limit.most(), g)));
        }
        if (plan.clipping() instanceof GradientClipping.ByNorm limit) {
            double[] squares = {0};
            changeGradients(g -> {
                squares[0] += g * g;
                return g;
            });
            double factor = limit.factor(Math.sqrt(squares[0]));
            changeGradients(g -> factor * g);
        }
    }

    private void changeGradients(DoubleUnaryOperator change) {
        stretches.values().forEach(stretch -> {
            for (int i = stretch.start(); i < stretch.end(); i++) {
                stretch.gradients()[i] = change.applyAsDouble(stretch.gradients()[i]);
            }
        });
    }

    @Override
    public List<OptimizerState> states() {
        return rules.isEmpty()
                ? List.of()
                : plan.states(kinds(rules.values().iterator().next()), parameters.table());
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
        ReferenceRule rule = rules.get(state.parameter());
        if (rule == null) {
            throw new IllegalArgumentException(
                    "this optimizer changes no parameter " + state.parameter().name());
        }
        return List.copyOf(rule.states().values()).get(state.partOf(kinds(rule)));
    }

    private static List<String> kinds(ReferenceRule rule) {
        return List.copyOf(rule.states().keySet());
    }
}
