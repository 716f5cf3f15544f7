package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.training.Evaluation;
import dev.netwright.runtime.training.Training;
import dev.netwright.tests.kernels.TinyVgg;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On one machine, a run is a function of its seed; with dropout, a shuffle and a smaller last batch in it. */
class ReproducibilityTest {
    private static final ImageDataset IMAGES = Networks.images(TinyVgg.TYPE, 100);
    private static final Training TRAINING = Networks.training().epochs(2).seed(11);

    @Test
    void theSameSeedGivesTheSameBits() {
        assertThat(parametersAfter(TRAINING)).containsExactlyEntriesOf(parametersAfter(TRAINING));
    }

    @Test
    void anotherSeedGivesOtherParameters() {
        Map<String, float[]> other = parametersAfter(TRAINING.seed(12));
        parametersAfter(TRAINING)
                .forEach((name, values) -> assertThat(values).as(name).isNotEqualTo(other.get(name)));
    }

    @Test
    void evaluationBetweenEpochsChangesNothing() {
        assertThat(parametersAfter(TRAINING.test(Networks.images(TinyVgg.TYPE, 50))))
                .containsExactlyEntriesOf(parametersAfter(TRAINING));
    }

    @Test
    void evaluationNeverDropsAndNeverLearns() {
        try (NeuralNetwork network = TinyVgg.train(IMAGES, TRAINING)) {
            Map<String, float[]> before = Networks.parameters(network);
            Evaluation first = network.evaluate(IMAGES);
            Evaluation second = network.evaluate(IMAGES);
            assertThat(second).isEqualTo(first);
            assertThat(first.images()).isEqualTo(100);
            assertThat(Networks.parameters(network)).containsExactlyEntriesOf(before);
        }
    }

    private static Map<String, float[]> parametersAfter(Training training) {
        try (NeuralNetwork network = TinyVgg.train(IMAGES, training)) {
            return Networks.parameters(network);
        }
    }
}
