package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.models.lenet.LeNet32;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.UnlabelledPictures;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.prediction.NamedPredictions;
import dev.netwright.runtime.prediction.Prediction;
import dev.netwright.runtime.prediction.Predictions;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many pictures in one call. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("numeric")
class PredictionTest {
    private static final int THREADS = 4;

    /** More than a batch of a prediction, and no multiple of it. */
    private static final ImageDataset IMAGES = FashionMnist.bundledTest().first(150);

    private BatchNormLeNet28 network;

    @BeforeAll
    void train() {
        network = BatchNormLeNet28.train(
                Networks.images(BatchNormLeNet28.TYPE, 640),
                Training.with(Optimizer.adam(0.01)).batch(16).listener(new TrainingListener() {}));
    }

    @AfterAll
    void close() {
        network.close();
    }

    /** Other batches may be summed up in another order: the last digits of a probability differ. */
    @Test
    void answersComeInTheOrderOfThePicturesAndAreThoseOfOneAtATime() {
        Predictions all = network.predict(pictures(IMAGES));
        assertThat(all.size()).isEqualTo(IMAGES.size());
        assertThat(all.bestLabels()).as("a network that answers differently").contains("Bag", "Ankle boot", "Dress");
        for (int i = 0; i < IMAGES.size(); i++) {
            List<Prediction> expected = network.predict(IMAGES.picture(i));
            assertThat(all.probabilities(i)[expected.get(0).index()])
                    .isCloseTo(expected.get(0).probability(), within(1e-5));
            assertThat(all.best(i).label()).isEqualTo(all.bestLabels().get(i));
        }
    }

    @Test
    void aDatasetsLabelsDontCount() {
        Predictions expected = network.predict(pictures(IMAGES));
        Predictions found = network.predict(IMAGES);
        for (int i = 0; i < IMAGES.size(); i++) {
            assertThat(found.ranked(i)).isEqualTo(expected.ranked(i));
        }
    }

    @Test
    void theFirstFewAreTheBeginningOfTheRankedClasses() {
        BufferedImage picture = IMAGES.picture(0);
        assertThat(network.predictTop(picture, 3))
                .isEqualTo(network.predict(picture).subList(0, 3));
        assertThat(network.predictTop(picture, 100)).isEqualTo(network.predict(picture));
        assertThatThrownBy(() -> network.predictTop(picture, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 0");
    }

    @Test
    void severalThreadsGetTheAnswersOfOne() throws Exception {
        List<String> expected = network.predict(IMAGES).bestLabels();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 2 * THREADS; i++) {
                answers.add(threads.submit(() -> network.predict(IMAGES).bestLabels()));
            }
            for (Future<List<String>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void picturesOfAnotherSizeAreResizedAndADatasetOfAnotherSizeIsRefused() {
        ImageDataset large = IMAGES.first(3).resize(56);
        assertThat(network.predict(pictures(large)).size()).isEqualTo(3);
        assertThatThrownBy(() -> network.predict(large))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(BatchNormLeNet28.TYPE.name()
                        + " takes images of 1x28x28, found 56x56 in the data; call resize(28, 28) on it");
    }

    @Test
    void aListsNamesStandBesideItsAnswers() {
        NamedPredictions named = network.predict(new Numbered());
        assertThat(named.names()).startsWith("0.png", "1.png").hasSize(IMAGES.size());
        assertThat(named.predictions().bestLabels())
                .isEqualTo(network.predict(IMAGES).bestLabels());
    }

    /** The pictures as a folder names them. */
    private static final class Numbered implements UnlabelledPictures {
        @Override
        public int size() {
            return IMAGES.size();
        }

        @Override
        public String name(int index) {
            return index + ".png";
        }

        @Override
        public BufferedImage picture(int index) {
            return IMAGES.picture(index);
        }
    }

    @Test
    void noPicturesAreRefused() {
        assertThatThrownBy(() -> network.predict(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are no pictures to classify; give at least one");
    }

    /** Without names of classes the numbers are the names. */
    @Test
    void anUntrainedNetworkAnswersWithNumbers() {
        try (LeNet32 untrained = LeNet32.TYPE.initialize(KernelSets.preferred(), Initializer.PYTORCH, 0)) {
            assertThat(untrained.predict(IMAGES.resize(32)).ranked(149))
                    .extracting(Prediction::label)
                    .containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        }
    }

    private static List<BufferedImage> pictures(ImageDataset data) {
        return IntStream.range(0, data.size()).mapToObj(data::picture).toList();
    }
}
