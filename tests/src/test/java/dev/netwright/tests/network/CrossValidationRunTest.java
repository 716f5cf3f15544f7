package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.runtime.data.Folds;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.Split;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.CrossValidation;
import dev.netwright.runtime.training.CrossValidation.Quantity;
import dev.netwright.runtime.training.FoldListener;
import dev.netwright.runtime.training.FoldOutcome;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network for each fold, as a run of its own would train it. */
final class CrossValidationRunTest {
    private static final int FOLDS = 3;
    private static final ImageDataset IMAGES = FashionMnist.bundledTrain().first(100);

    @TempDir
    private Path folder;

    private static Training training() {
        return Training.with(Optimizer.adam(0.01)).batch(16).epochs(2).listener(new TrainingListener() {});
    }

    @Test
    void eachFoldIsWhatARunOnItsSplitGives() {
        Folds<ImageDataset> folds = Folds.stratified(IMAGES, FOLDS, 5);
        List<Integer> began = new ArrayList<>();
        List<FoldOutcome> ended = new ArrayList<>();
        CrossValidation validation = LeNet28.TYPE.crossValidate(folds, training(), new FoldListener() {
            @Override
            public void began(int fold, int count, int trainingImages, int images) {
                began.add(fold);
                assertThat(count).isEqualTo(FOLDS);
                assertThat(trainingImages + images).isEqualTo(IMAGES.size());
            }

            @Override
            public void ended(FoldOutcome outcome) {
                ended.add(outcome);
            }
        });

        assertThat(began).containsExactly(1, 2, 3);
        assertThat(ended).isEqualTo(validation.folds());
        assertThat(validation.network()).isEqualTo(LeNet28.TYPE.name());
        for (int i = 0; i < FOLDS; i++) {
            Split<ImageDataset> split = folds.splits().get(i);
            FoldOutcome fold = validation.folds().get(i);
            try (NeuralNetwork alone =
                    LeNet28.train(split.training(), training().test(split.validation()))) {
                assertThat(fold.evaluation()).isEqualTo(alone.evaluate(split.validation()));
                assertThat(fold.loss()).isEqualTo(alone.loss(split.validation()));
            }
            assertThat(fold.fold()).isEqualTo(i + 1);
            assertThat(fold.images()).isEqualTo(split.validation().size());
            assertThat(fold.last().orElseThrow().epoch()).isEqualTo(2);
        }
        double sum = validation.folds().stream()
                .mapToDouble(fold -> fold.evaluation().accuracy())
                .sum();
        assertThat(validation.mean(Quantity.ACCURACY)).isCloseTo(sum / FOLDS, within(1e-12));
    }

    @Test
    void eachFoldHasFoldersOfItsOwnAndIsResumed() throws Exception {
        Folds<ImageDataset> folds = Folds.stratified(IMAGES, 2, 5);
        Training recorded = training().runFolder(folder.resolve("report")).checkpoints(folder.resolve("saved"));
        CrossValidation validation = LeNet28.TYPE.crossValidate(folds, recorded);
        for (String fold : List.of("fold-1", "fold-2")) {
            assertThat(folder.resolve("report").resolve(fold).resolve("metrics.csv"))
                    .exists();
            assertThat(folder.resolve("saved").resolve(fold).resolve("last.safetensors"))
                    .exists();
        }
        assertThat(Files.readString(folder.resolve("report/cross-validation.html")))
                .contains("cross-validation with 2 folds of 100 images");

        CrossValidation resumed = LeNet28.TYPE.crossValidate(folds, recorded.resume());
        for (int i = 0; i < 2; i++) {
            assertThat(resumed.folds().get(i).evaluation())
                    .isEqualTo(validation.folds().get(i).evaluation());
            assertThat(resumed.folds().get(i).loss())
                    .isEqualTo(validation.folds().get(i).loss());
        }
    }

    @Test
    void testImagesAndASingleCheckpointAreRefused() {
        Folds<ImageDataset> folds = Folds.stratified(IMAGES, 2, 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeNet28.TYPE.crossValidate(folds, training().test(IMAGES)))
                .withMessageContaining("the folds of a cross-validation are its test images")
                .withMessageContaining("Training.test(...)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeNet28.TYPE.crossValidate(folds, training().resumeFrom(Path.of("x"))))
                .withMessageContaining("Training.resume()");
    }
}
