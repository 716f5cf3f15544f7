package dev.netwright.tests.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.kernel.Parameter;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;

/** Compares what a run computes with its fixture, and collects every difference before it fails. */
final class Comparison {
    /** Adam divides a gradient by its own size, which makes a rounding of a small gradient as large as a step. */
    private static final double ADAM_LIMIT = 1e-3;
    /** Half a unit in the last place: each step rounds each parameter by so much at most. */
    private static final double ROUNDING = 0x1p-24;

    private final ParityNetwork network;
    private final TestedKernels kernels;
    private final Fixture fixture;
    private final Summarizer summarizer;
    private final Map<Parameter, TensorSummary> starts = new HashMap<>();
    private final SoftAssertions softly = new SoftAssertions();

    private interface Check {
        void compare(Parameter tensor, String torchsName, TensorSummary expected);
    }

    Comparison(ParityNetwork network, Fixture fixture, TestedKernels kernels) {
        this.network = network;
        this.kernels = kernels;
        this.fixture = fixture;
        summarizer = fixture.summarizer();
    }

    void logits(String what, ParityRun run, TensorSummary expected) {
        error(what, summarizer.of(run.logits()).relativeError(expected), fixture.limit());
    }

    void step(ParityRun run, Fixture.Step step) {
        double loss = run.backward(step);
        error("loss of step " + step.step(), Math.abs(loss - step.loss()) / step.loss(), fixture.limit());
        inOrder(parameters(), step.gradients(), (parameter, torchsName, expected) -> {
            TensorSummary found = summarizer.of(run.gradient(parameter));
            Double ofLayer = fixture.zeroGradients().get(torchsName);
            double error = ofLayer == null
                    ? found.relativeError(expected)
                    : found.distance(expected) / summarizer.expectedLengthOfNumbers(ofLayer, parameter.size());
            error("gradient of " + parameter.name() + " in step " + step.step(), error, fixture.limit());
        });
    }

    void trained(int steps, String optimizer, ParityRun run, Fixture.Update update) {
        String after = " after " + steps + " steps of " + optimizer;
        double limit = optimizer.startsWith("adam") ? ADAM_LIMIT : fixture.limit();
        inOrder(parameters(), update.parameters(), (parameter, torchsName, expected) -> {
            TensorSummary found = summarizer.of(run.values(parameter));
            error(parameter.name() + after, found.relativeError(expected), limit);
            if (!fixture.zeroGradients().containsKey(torchsName)) {
                TensorSummary start = starts.computeIfAbsent(parameter, first -> summarizer.of(run.firstValues(first)));
                double ofChange = found.relativeErrorOfChange(expected, start, steps * ROUNDING);
                error("change of " + parameter.name() + after, ofChange, fixture.changeLimit());
            }
        });
        List<Parameter> statistics = network.type().parameters().statistics();
        inOrder(statistics, update.statistics(), (statistic, torchsName, expected) -> {
            double error = summarizer.of(run.values(statistic)).relativeError(expected);
            error(statistic.name() + after, error, limit);
        });
        logits("logits" + after, run, update.logits());
    }

    void require() {
        softly.assertAll();
    }

    private List<Parameter> parameters() {
        return network.type().parameters().parameters();
    }

    private static void inOrder(List<Parameter> tensors, Map<String, TensorSummary> expected, Check check) {
        assertThat(tensors).as("tensors beside PyTorch's %s", expected.keySet()).hasSameSizeAs(expected.keySet());
        Iterator<Parameter> ours = tensors.iterator();
        expected.forEach((torchsName, summary) -> check.compare(ours.next(), torchsName, summary));
    }

    private void error(String what, double error, double limit) {
        softly.assertThat(error)
                .as("%s on %s: relative error of %s against PyTorch", network, kernels, what)
                .isLessThanOrEqualTo(limit);
    }
}
