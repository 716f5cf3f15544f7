package dev.netwright.tests.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.ParameterSpec;
import dev.netwright.runtime.kernel.OptimizerState;
import dev.netwright.runtime.kernel.Parameter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what a run computes with its fixture, and collects every difference.
 *
 * <p>What a quantity may be off by follows from float32 alone, and is the same on every machine and kernel set:
 * {@link #SPREADS} times the largest error of PyTorch's own float32 results, and a rounding for each layer besides, as a spread of few
 * results may be small by chance.
 */
final class Comparison {
    /**
     * PyTorch adds up in float64, or in pieces; a kernel may add up to a thousand values one after the other, whose rounding is that of
     * one addition times half the square root of their number. {@link SpreadProgram} prints how many our results take: 8 at most.
     */
    private static final double SPREADS = 16;
    /** Half a unit in the last place: what rounding a number to float32 changes of it at most. */
    private static final double ROUNDING = 0x1p-24;

    private final Fixture fixture;
    private final ParityRun run;
    private final Summarizer summarizer;
    private final Map<String, Parameter> parameters;
    private final Map<String, Parameter> statistics;
    private final double floor;
    private final List<Compared> compared = new ArrayList<>();

    /**
     * A quantity beside PyTorch's.
     *
     * @param what the quantity
     * @param error relative to PyTorch's in float64
     * @param spread the largest such error of PyTorch's own float32 results
     * @param floor what the roundings of the layers are allowed besides
     */
    record Compared(String what, double error, double spread, double floor) {
        /** What float32 allows. */
        double limit() {
            return SPREADS * spread + floor;
        }

        /** NaN is a difference. */
        boolean isDifferent() {
            return !(error <= limit());
        }

        /** How many spreads it takes. */
        double spreads() {
            return error <= floor ? 0 : (error - floor) / spread;
        }

        @Override
        public String toString() {
            return "%s: relative error %.2e, float32 allows %.2e".formatted(what, error, limit());
        }
    }

    Comparison(ParityNetwork network, Fixture fixture, Summarizer summarizer, ParityRun run) {
        this.fixture = fixture;
        this.run = run;
        this.summarizer = summarizer;
        parameters = byTorchsName(
                network.type().parameters().parameters(), fixture.first().gradients());
        statistics = byTorchsName(
                network.type().parameters().statistics(), fixture.first().statistics());
        long layers = parameters.values().stream()
                .filter(parameter -> parameter.shape().size() > 1 || parameter.role() == ParameterSpec.Role.NORM_WEIGHT)
                .count();
        floor = (1 + layers) * ROUNDING;
    }

    /** All that isn't PyTorch's, so far. */
    List<Compared> differences() {
        return compared.stream().filter(Compared::isDifferent).toList();
    }

    /** All that was compared, so far. */
    List<Compared> compared() {
        return List.copyOf(compared);
    }

    void everything() {
        logits();
        steps();
        updates();
    }

    void steps() {
        step(fixture.tail());
        step(fixture.first());
    }

    void updates() {
        fixture.updates().forEach(this::update);
    }

    void logits() {
        error("logits", summarizer.of(run.logits()), fixture.logits());
    }

    private void step(Fixture.Step step) {
        double loss = run.backward(step);
        String inStep = " in step " + step.step();
        double expectedLoss = step.loss().value();
        error(
                "loss" + inStep,
                Math.abs(loss - expectedLoss) / expectedLoss,
                step.loss().spread());
        step.gradients().forEach((name, expected) -> {
            Parameter parameter = named(parameters, name);
            TensorSummary found = summarizer.of(run.gradient(parameter));
            Double ofLayer = fixture.zeroGradients().get(name);
            double error = ofLayer == null
                    ? found.relativeError(expected.summary())
                    : found.distance(expected.summary())
                            / summarizer.expectedLengthOfNumbers(ofLayer, parameter.size());
            error("gradient of " + parameter.name() + inStep, error, expected.spread());
        });
        step.statistics().forEach((name, expected) -> {
            Parameter statistic = named(statistics, name);
            error(statistic.name() + " behind step " + step.step(), summarizer.of(run.values(statistic)), expected);
        });
    }

    private void update(Fixture.Update update) {
        Map<OptimizerState, float[]> states = run.update(update);
        update.changes().forEach((name, expected) -> {
            Parameter parameter = named(parameters, name);
            error("change of " + parameter.name() + " by " + update, summarizer.of(run.change(parameter)), expected);
        });
        update.states()
                .forEach((kind, tensors) -> tensors.forEach((name, expected) -> {
                    OptimizerState state = new OptimizerState(kind, named(parameters, name));
                    float[] found = states.getOrDefault(state, new float[0]);
                    error(state.name() + " behind " + update, summarizer.of(found), expected);
                }));
    }

    private static Map<String, Parameter> byTorchsName(List<Parameter> tensors, Map<String, ?> expected) {
        assertThat(tensors).as("tensors beside PyTorch's %s", expected.keySet()).hasSameSizeAs(expected.keySet());
        Map<String, Parameter> byName = new LinkedHashMap<>();
        Iterator<Parameter> ours = tensors.iterator();
        expected.keySet().forEach(name -> byName.put(name, ours.next()));
        return byName;
    }

    private static Parameter named(Map<String, Parameter> tensors, String torchsName) {
        Parameter tensor = tensors.get(torchsName);
        if (tensor == null) {
            throw new IllegalArgumentException("no tensor is PyTorch's " + torchsName + " among " + tensors.keySet());
        }
        return tensor;
    }

    private void error(String what, TensorSummary found, Fixture.Expected expected) {
        error(what, found.relativeError(expected.summary()), expected.spread());
    }

    private void error(String what, double error, double spread) {
        compared.add(new Compared(what, error, spread, floor));
    }
}
