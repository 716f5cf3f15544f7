package dev.netwright.tests.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.augmentation.RandomRotation;
import dev.netwright.runtime.data.Batch;
import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.Loading;
import dev.netwright.runtime.data.Sampling;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with balanced classes learns each class equally often, and can be resumed. */
class BalancedClassesTest {
    /** Thirty images of class 0, two of each other. */
    private static final ImageDataset IMAGES = unbalanced();

    @TempDir
    private Path folder;

    private static ImageDataset unbalanced() {
        ImageDataset all = FashionMnist.bundledTrain().first(2000);
        int[] chosen = IntStream.range(0, 10)
                .flatMap(label -> IntStream.range(0, all.size())
                        .filter(i -> all.label(i) == label)
                        .limit(label == 0 ? 30 : 2))
                .toArray();
        return all.select(chosen).augmented(RandomRotation.degrees(20)).resize(12);
    }

    private static List<float[]> imagesOfClass(int label, int workers) {
        List<float[]> images = new ArrayList<>();
        int size = 12 * 12;
        Loading loading = Loading.forTraining(16, 1).sampling(Sampling.BALANCED).workers(workers);
        try (BatchLoader loader = BatchLoader.open(IMAGES, loading)) {
            for (Batch batch : loader.epoch(0)) {
                for (int i = 0; i < batch.size(); i++) {
                    if (batch.labels()[i] == label) {
                        images.add(Arrays.copyOfRange(batch.images(), i * size, (i + 1) * size));
                    }
                }
            }
        }
        return images;
    }

    @Test
    void anEpochOfBatchesHasAsManyOfEachClassAndAugmentsRepeatsAnew() {
        for (int label = 0; label < 10; label++) {
            List<float[]> images = imagesOfClass(label, 1);
            assertThat(images).hasSizeBetween(4, 5);
            assertThat(images.stream().map(Arrays::toString).distinct()).hasSameSizeAs(images);
            assertThat(imagesOfClass(label, 4)).usingRecursiveComparison().isEqualTo(images);
        }
    }

    @Test
    void aResumedRunDrawsTheSameImages() {
        Training training =
                Training.with(Optimizer.sgd(0.1)).batch(16).epochs(2).seed(5).balanceClasses();
        Map<String, List<Float>> whole = RunBits.after(NormedNet.TYPE, IMAGES, training);
        assertThat(whole)
                .isNotEqualTo(RunBits.after(
                        NormedNet.TYPE,
                        IMAGES,
                        Training.with(Optimizer.sgd(0.1)).batch(16).epochs(2).seed(5)));
        for (int step : new int[] {2, 3, 5}) {
            assertThat(RunBits.afterStopAt(step, folder.resolve("at-" + step), NormedNet.TYPE, IMAGES, training))
                    .as("stopped at step %d", step)
                    .isEqualTo(whole);
        }
    }
}
