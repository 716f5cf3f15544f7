package dev.netwright.tests.parity;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.training.Optimizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * PyTorch's results for one network in float64, how far its float32 results spread around them, and the settings of both. Its tensors
 * have PyTorch's names and order, which is that of our table too: the first trainable tensor there is the first here.
 *
 * @param seed of first values, images, labels, dropout masks, running statistics, optimizer states and projections
 * @param initializer first values of convolutions and fully connected layers
 * @param normBias first values of norms: biases from here to 1 more, weights from 0.5 to 1.5
 * @param classifies whether the loss is of classes, and not of values
 * @param outputs numbers that the network gives for an image
 * @param projections what there is of each tensor that has at least so many values as {@code projectedFrom}
 * @param projectedFrom values of a tensor from which on it is projected
 * @param zeroGradients parameters whose gradients are zero by construction, with the norm of their layer's largest gradient
 * @param stateScales how large an optimizer's states of each parameter are
 * @param logits of the first batch, in inference mode
 * @param first training step 0, from the first values
 * @param tail a training step on a smaller batch, from the first values too
 * @param updates what an optimizer makes of the first step's gradients
 */
record Fixture(
        long seed,
        Initializer initializer,
        float normBias,
        boolean classifies,
        int outputs,
        int projections,
        int projectedFrom,
        Map<String, Double> zeroGradients,
        Map<String, Float> stateScales,
        Expected logits,
        Step first,
        Step tail,
        List<Update> updates) {

    /**
     * A tensor of PyTorch's.
     *
     * @param norm in float64
     * @param spread largest relative error of PyTorch's own float32 results
     * @param numbers in float64
     */
    record Expected(double norm, double spread, List<Double> numbers) {
        TensorSummary summary() {
            return new TensorSummary(norm, numbers);
        }
    }

    /**
     * A number of PyTorch's.
     *
     * @param spread largest relative error of PyTorch's own float32 results
     * @param value in float64
     */
    record ExpectedNumber(double spread, double value) {}

    /**
     * One forward and backward in training mode.
     *
     * @param step selects batch and dropout masks
     * @param batch number of images
     * @param loss of the batch, auxiliary losses included
     * @param gradients by the parameter's name
     * @param statistics running means and variances behind the step, by name
     */
    record Step(
            int step,
            int batch,
            ExpectedNumber loss,
            Map<String, Expected> gradients,
            Map<String, Expected> statistics) {}

    /**
     * One step of an optimizer from the first values and from states that were drawn. A setting that it doesn't have is 0.
     *
     * @param iteration number of its steps before this one
     * @param changes by parameter: the values behind the step less those before
     * @param states behind the step, by kind and parameter; empty if another fixture has them
     */
    record Update(
            String optimizer,
            int iteration,
            double learningRate,
            double momentum,
            double weightDecay,
            double epsilon,
            Map<String, Expected> changes,
            Map<String, Map<String, Expected>> states) {

        /** The same of ours. */
        Optimizer ours() {
            return switch (optimizer) {
                case "sgd" -> Optimizer.sgd(learningRate);
                case "momentum" -> Optimizer.sgd(learningRate).momentum(momentum);
                case "nesterov" ->
                    Optimizer.sgd(learningRate).momentum(momentum).nesterov();
                case "adam", "adamLargeEpsilon" ->
                    Optimizer.of(new UpdateRule.Adam(0.9, 0.999, epsilon, 0), learningRate);
                case "adamW" -> Optimizer.adamW(learningRate, weightDecay);
                default -> throw new IllegalArgumentException("no optimizer is known as " + optimizer);
            };
        }

        @Override
        public String toString() {
            return "step " + iteration + " of " + optimizer;
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
