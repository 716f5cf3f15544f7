package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the host sees of a step: loss, right answers, gradients and running statistics; and of an inference: logits. Here it is compared. */
final class Observation {
    /** Float32 sums of some hundred terms against double: 24 bits, and a few of them lost. */
    static final double FLOAT32_BOUND = 1e-5;

    /** Of dropout, which a prediction hasn't. */
    private static final long SEED = 42;

    private final double loss;
    private final int correct;
    private final Map<String, float[]> gradients;
    private final Map<String, float[]> statistics;

    private Observation(double loss, int correct, Map<String, float[]> gradients, Map<String, float[]> statistics) {
        this.loss = loss;
        this.correct = correct;
        this.gradients = gradients;
        this.statistics = statistics;
    }

    /** One training step, without an update. */
    static Observation ofStep(TrainingSession session, ParameterMemory parameters, TestBatch batch, int step) {
        session.load(batch.images(), batch.labels(), step);
        return ofLoaded(session, parameters);
    }

    /** The same with the batch that is loaded. */
    static Observation ofLoaded(TrainingSession session, ParameterMemory parameters) {
        session.program().forward();
        session.program().backward();
        Map<String, float[]> gradients = new LinkedHashMap<>();
        for (Parameter parameter : parameters.table().parameters()) {
            float[] gradient = new float[parameter.size()];
            parameters.readGradient(parameter, gradient);
            gradients.put(parameter.name(), gradient);
        }
        Map<String, float[]> statistics = new LinkedHashMap<>();
        for (Parameter parameter : parameters.table().statistics()) {
            float[] values = new float[parameter.size()];
            parameters.read(parameter, values);
            statistics.put(parameter.name(), values);
        }
        return new Observation(session.program().loss(), session.program().correct(), gradients, statistics);
    }

    /** The logits of one batch by a fresh network with the values of {@link TestBatch#fill}. */
    static float[] logits(KernelSet kernels, TestNetwork network, TestBatch batch) {
        try (ParameterMemory parameters = kernels.allocate(network.parameters());
                Workspace workspace = kernels.workspace(parameters, network.programs(), SEED)) {
            TestBatch.fill(parameters);
            workspace.reserve(Mode.INFERENCE, batch.size());
            return logits(workspace.inference(batch.size()), batch, TestNetwork.CLASSES);
        }
    }

    /** The logits of one batch. */
    static float[] logits(InferenceSession session, TestBatch batch, int classes) {
        session.load(batch.images());
        session.program().forward();
        float[] logits = new float[session.batch() * classes];
        session.logits(logits);
        return logits;
    }

    double loss() {
        return loss;
    }

    int correct() {
        return correct;
    }

    float[] gradient(String parameter) {
        float[] gradient = gradients.get(parameter);
        if (gradient == null) {
            throw new IllegalArgumentException("no gradient of " + parameter + " among " + gradients.keySet());
        }
        return gradient;
    }

    /** A running statistic. */
    float[] statistic(String parameter) {
        float[] values = statistics.get(parameter);
        if (values == null) {
            throw new IllegalArgumentException("no " + parameter + " among " + statistics.keySet());
        }
        return values;
    }

    /** The same up to float32 rounding. */
    void isCloseTo(Observation expected) {
        assertThat(Math.abs(loss - expected.loss) / Math.abs(expected.loss))
                .as("loss, expected %s, found %s", expected.loss, loss)
                .isLessThan(FLOAT32_BOUND);
        assertThat(correct).as("right answers").isEqualTo(expected.correct);
        gradients.forEach((name, gradient) -> assertThat(error(name, gradient, expected))
                .as("gradient of %s", name)
                .isLessThan(FLOAT32_BOUND));
        statistics.forEach((name, values) -> assertThat(
                        RelativeError.between(values, expected.statistics.getOrDefault(name, new float[0])))
                .as(name)
                .isLessThan(FLOAT32_BOUND));
    }

    /** A bias's gradient is a plain sum, which may cancel: its rounding is measured against the whole layer's gradient. */
    private static double error(String name, float[] gradient, Observation expected) {
        double error = RelativeError.between(gradient, expected.gradient(name));
        float[] weights = expected.gradients.get(name.replace(".bias", ".weight"));
        if (!name.endsWith(".bias") || weights == null) {
            return error;
        }
        double own = norm(expected.gradient(name));
        return own == 0 ? error : error * own / Math.hypot(own, norm(weights));
    }

    private static double norm(float... values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    /** The same bit for bit. */
    void isEqualTo(Observation expected) {
        assertThat(loss).as("loss").isEqualTo(expected.loss);
        assertThat(correct).as("right answers").isEqualTo(expected.correct);
        gradients.forEach((name, gradient) ->
                assertThat(gradient).as("gradient of %s", name).isEqualTo(expected.gradient(name)));
        statistics.forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.statistics.get(name)));
    }
}
