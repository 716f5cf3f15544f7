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
 * PyTorch's results for one network, and what it was told beside the network. Its tensors have PyTorch's names and order, which is
 * that of our table too: the first trainable tensor there is the first here.
 *
 * @param seed of first values, images, labels, dropout masks and projections
 * @param initializer first values of convolutions and fully connected layers
 * @param normBias first values of norms: biases from here to 1 more, weights from 0.5 to 1.5
 * @param limit largest relative error of a tensor
 * @param changeLimit largest relative error of what five steps change of a parameter
 * @param classifies whether the loss is of classes, and not of values
 * @param outputs numbers that the network gives for an image
 * @param projections what there is of each tensor that has at least so many values as {@code projectedFrom}
 * @param projectedFrom values of a tensor from which on it is projected
 * @param zeroGradients parameters whose gradients are zero by construction, with the norm of their layer's largest gradient
 * @param logits of the first batch, in inference mode
 * @param first training step 0, from the first values
 * @param tail a training step on a smaller batch, from the first values too
 * @param updates where five steps lead from the first values, by the optimizer's name
 */
record Fixture(
        long seed,
        Initializer initializer,
        float normBias,
        double limit,
        double changeLimit,
        boolean classifies,
        int outputs,
        int projections,
        int projectedFrom,
        Map<String, Double> zeroGradients,
        TensorSummary logits,
        Step first,
        Step tail,
        Map<String, Update> updates) {

    /**
     * One forward and backward in training mode.
     *
     * @param step selects batch and dropout masks
     * @param batch number of images
     * @param loss of the batch, auxiliary losses included
     * @param gradients by the parameter's name
     */
    record Step(int step, int batch, double loss, Map<String, TensorSummary> gradients) {}

    /**
     * An optimizer's settings, 0 where it has none of that name, and where its steps lead.
     *
     * @param parameters by name
     * @param statistics running means and variances by name
     * @param logits of the first batch, in inference mode
     */
    record Update(
            double learningRate,
            double momentum,
            double weightDecay,
            double epsilon,
            Map<String, TensorSummary> parameters,
            Map<String, TensorSummary> statistics,
            TensorSummary logits) {

        /** Our optimizer of that name in a fixture. */
        Optimizer optimizer(String name) {
            return switch (name) {
                case "sgd" -> Optimizer.of(new Sgd(learningRate));
                case "momentum" -> Optimizer.sgd(learningRate).momentum(momentum);
                case "nesterov" -> Optimizer.of(new Nesterovs(learningRate, momentum));
                case "adam", "adamLargeEpsilon" -> Optimizer.of(new Adam(learningRate, 0.9, 0.999, epsilon));
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

    /** How this fixture keeps tensors. */
    Summarizer summarizer() {
        return new Summarizer(seed, projections, projectedFrom);
    }
}
