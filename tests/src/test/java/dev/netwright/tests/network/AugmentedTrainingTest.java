package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.runtime.augmentation.HorizontalFlip;
import dev.netwright.runtime.augmentation.RandomCrop;
import dev.netwright.runtime.augmentation.RandomErasing;
import dev.netwright.runtime.augmentation.RandomRotation;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.picture.Normalization;
import dev.netwright.runtime.prediction.Prediction;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Training;
import dev.netwright.tests.kernels.TinyVgg;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that learn from changed pictures, and are evaluated on unchanged ones. */
class AugmentedTrainingTest {
    private static final Normalization NORMALIZATION = Normalization.of(0.286, 0.353);

    @Test
    void aRunIsTheSameBitsWithAnyNumberOfLoadingThreads() {
        int side = TinyVgg.TYPE.images().height();
        ImageDataset images = FashionMnist.bundledTrain()
                .first(100)
                .resize(side)
                .augmented(
                        RandomCrop.of(side).padding(2),
                        HorizontalFlip.withProbability(0.5),
                        RandomRotation.degrees(10),
                        RandomErasing.withProbability(0.5));
        Training training = Networks.training().epochs(2).seed(11);
        Map<String, float[]> alone = parametersAfter(images, training.loadingWorkers(1));
        assertThat(parametersAfter(images, training.loadingWorkers(4))).containsExactlyEntriesOf(alone);
        parametersAfter(Networks.images(TinyVgg.TYPE, 100), training)
                .forEach((name, values) ->
                        assertThat(values).as("%s without augmentation", name).isNotEqualTo(alone.get(name)));
    }

    @Test
    void aSavedNetworkPreparesAPictureAsEvaluationDid(@TempDir Path directory) {
        ImageDataset originals = FashionMnist.bundledTrain().first(64);
        ImageDataset images = originals
                .resize(32)
                .augmented(RandomCrop.of(28), HorizontalFlip.withProbability(0.5))
                .normalized(NORMALIZATION);
        Path file = directory.resolve("network.safetensors");
        try (LeNet28 trained = LeNet28.train(images, Networks.training())) {
            trained.save(file);
        }
        float[] evaluated = new float[28 * 28];
        try (LeNet28 loaded = LeNet28.load(file)) {
            for (int index = 0; index < 8; index++) {
                images.read(index, evaluated, 0);
                double[] expected = softmax(loaded.logits(evaluated, 1));
                for (Prediction prediction : loaded.predict(originals.picture(index))) {
                    assertThat(prediction.probability()).isCloseTo(expected[prediction.index()], Offset.offset(1e-9));
                }
            }
        }
    }

    private static Map<String, float[]> parametersAfter(ImageDataset images, Training training) {
        try (NeuralNetwork network = TinyVgg.train(images, training)) {
            return Networks.parameters(network);
        }
    }

    private static double[] softmax(float[] logits) {
        double[] shares = new double[logits.length];
        double sum = 0;
        for (int k = 0; k < logits.length; k++) {
            shares[k] = Math.exp(logits[k]);
            sum += shares[k];
        }
        for (int k = 0; k < logits.length; k++) {
            shares[k] /= sum;
        }
        return shares;
    }
}
