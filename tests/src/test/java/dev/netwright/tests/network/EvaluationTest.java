package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.nd4j.adapter.Nd4jEvaluation;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.TrainingSteps;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Evaluating a dataset. */
@Tag("numeric")
class EvaluationTest {
    /** More than a batch of an evaluation, and no multiple of it. */
    private static final int IMAGES = 150;

    private static final int TOP = 3;

    @Test
    void countsAreThoseThatNd4jTakesFromArrays() {
        ImageDataset data = Networks.images(LeNet28.TYPE, IMAGES);
        try (LeNet28 network = LeNet28.train(data, Networks.training())) {
            Evaluation expected = new Evaluation(data.labels(), TOP);
            INDArray labels = Nd4j.zeros(IMAGES, data.labels().size());
            IntStream.range(0, IMAGES).forEach(i -> labels.putScalar(i, data.label(i), 1));
            expected.eval(
                    labels,
                    Nd4j.create(logits(network, data), IMAGES, data.labels().size()));

            Evaluation found = Nd4jEvaluation.of(network.evaluate(data, TOP));
            assertThat(found.topNAccuracy()).isEqualTo(expected.topNAccuracy()).isGreaterThan(found.accuracy());
            assertThat(found.getTopNCorrectCount()).isEqualTo(expected.getTopNCorrectCount());
            assertThat(found.getTopNTotalCount()).isEqualTo(IMAGES);
            assertThat(found.accuracy()).isEqualTo(expected.accuracy());
            assertThat(found.getConfusion()).isEqualTo(expected.getConfusion());
            assertThat(found.stats()).isEqualTo(expected.stats()).contains("Top 3 Accuracy");
        }
    }

    @Test
    void withoutATopTheTopIsOne() {
        ImageDataset data = Networks.images(LeNet28.TYPE, IMAGES);
        try (LeNet28 network = untrained()) {
            assertThat(network.evaluate(data).topNAccuracy())
                    .isEqualTo(network.evaluate(data).accuracy());
            assertThat(network.evaluate(data, 10).topNAccuracy()).isEqualTo(1);
        }
    }

    @Test
    void aTopOutsideTheClassesIsRefused() {
        ImageDataset data = Networks.images(LeNet28.TYPE, 1);
        try (LeNet28 network = untrained()) {
            for (int top : new int[] {0, 11}) {
                assertThatThrownBy(() -> network.evaluate(data, top))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(
                                "topN must be from 1 to the 10 classes of " + LeNet28.TYPE.name() + ", found " + top);
            }
        }
    }

    @Test
    void theLossIsTheMeanCrossEntropyOfTheLogits() {
        ImageDataset data = Networks.images(LeNet28.TYPE, IMAGES);
        try (LeNet28 network = LeNet28.train(data, Networks.training())) {
            float[] logits = logits(network, data);
            double sum = 0;
            for (int i = 0; i < IMAGES; i++) {
                double exponentials = 0;
                for (int k = 0; k < 10; k++) {
                    exponentials += Math.exp(logits[i * 10 + k]);
                }
                sum -= logits[i * 10 + data.label(i)] - Math.log(exponentials);
            }
            assertThat(network.loss(data)).isCloseTo(sum / IMAGES, within(1e-5)).isLessThan(Math.log(10));
        }
    }

    /** Its largest logit would be the first, and every class would be among the first few: the comparisons are all false. */
    @Test
    void aNetworkThatHasBecomeNanIsNotEvaluated() {
        ImageDataset data = Networks.images(LeNet28.TYPE, 16);
        try (LeNet28 network = untrained()) {
            ruin(network, data);
            String message = LeNet28.TYPE.name() + " must give finite numbers, found NaN for ";
            String cure =
                    "; load weights from before the loss became NaN, or train it again with a smaller learning rate";
            assertThatThrownBy(() -> network.evaluate(data, TOP))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(message + "image 0" + cure);
            assertThatThrownBy(() -> network.loss(data)).hasMessage(message + "image 0" + cure);
            assertThatThrownBy(() -> network.predict(data)).hasMessage(message + "image 0" + cure);
            assertThatThrownBy(() -> network.predict(data.picture(0))).hasMessage(message + "the picture" + cure);
        }
    }

    private static void ruin(LeNet28 network, ImageDataset data) {
        try (TrainingSteps steps = network.steps(data.size(), 0)) {
            for (int i = 0; i < 3; i++) {
                steps.load(
                        values(data),
                        IntStream.range(0, data.size()).map(data::label).toArray());
                steps.forward();
                steps.backward();
                steps.update(Float.MAX_VALUE);
            }
        }
    }

    private static LeNet28 untrained() {
        return LeNet28.TYPE.initialize(KernelSets.preferred(), Initializer.XAVIER_UNIFORM, 0);
    }

    private static float[] logits(LeNet28 network, ImageDataset data) {
        return network.logits(values(data), data.size());
    }

    private static float[] values(ImageDataset data) {
        int size = data.format().values();
        float[] values = new float[data.size() * size];
        for (int i = 0; i < data.size(); i++) {
            data.read(i, values, i * size);
        }
        return values;
    }
}
