package dev.netwright.tests.parity;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.training.Optimizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * PyTorch's results for one network, and what it was told beside the network.
 *
 * @param seed of first values, images, labels, dropout masks and projections
 * @param initializer first values
 * @param logits of the first batch, in inference mode
 * @param first training step 0, from the first values
 * @param tail a training step on a smaller batch, from the first values too
 * @param updates parameters after five steps from the first values, by the optimizer's name
 */
record Fixture(
        long seed, Initializer initializer, TensorSummary logits, Step first, Step tail, Map<String, Update> updates) {

    /**
     * One forward and backward in training mode.
     *
     * @param step selects batch and dropout masks
     * @param batch number of images
     * @param loss mean over the batch
     * @param gradients by the parameter's name
     */
    record Step(int step, int batch, double loss, Map<String, TensorSummary> gradients) {}

    /**
     * An optimizer's settings, 0 where it has none of that name, and the parameters that it arrives at.
     *
     * @param parameters by name
     */
    record Update(
            double learningRate,
            double momentum,
            double weightDecay,
            double epsilon,
            Map<String, TensorSummary> parameters) {

        /** Our optimizer of that name in a fixture. */
        Optimizer optimizer(String name) {
            return switch (name) {
                case "sgd" -> Optimizer.of(new Sgd(learningRate));
                case "momentum" -> Optimizer.momentum(learningRate, momentum);
                case "nesterov" -> Optimizer.of(new Nesterovs(learningRate, momentum));
                case "adam" -> Optimizer.of(new Adam(learningRate));
                case "adamLargeEpsilon" -> Optimizer.of(new Adam(learningRate, 0.9, 0.999, epsilon));
                case "adamW" -> Optimizer.adamW(learningRate, weightDecay);
                default -> throw new IllegalArgumentException("no optimizer is known as " + name);
            };
        }
    }

    static Fixture read(String name) {
        return read(name, Fixture.class);
    }

    /** A file of {@code src/test/resources/parity} as a record of its form. */
    static <T> T read(String name, Class<T> form) {
        String path = "/parity/" + name + ".json";
        try (InputStream in = Objects.requireNonNull(Fixture.class.getResourceAsStream(path), path)) {
            return new JsonMapper().readValue(in, form);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
