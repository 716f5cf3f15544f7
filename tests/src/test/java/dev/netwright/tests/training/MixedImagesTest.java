package dev.netwright.tests.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.StepEnd;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import dev.netwright.tests.kernels.TestedKernels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that mixes images draws by the batch's number, and evaluates what is not mixed. */
@Tag("numeric")
class MixedImagesTest {
    private static final ImageDataset IMAGES =
            FashionMnist.bundledTrain().first(100).resize(12);
    private static final ImageDataset TEST =
            FashionMnist.bundledTest().first(50).resize(12);

    @TempDir
    private Path folder;

    private static Training plain(TestedKernels kernels) {
        return Training.with(Optimizer.sgd(0.1))
                .batch(16)
                .epochs(2)
                .seed(7)
                .labelSmoothing(0.1)
                .kernels(kernels.create());
    }

    private static Training mixing(TestedKernels kernels) {
        return plain(kernels).mixUp(0.2).cutMix(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = TestedKernels.class,
            names = {"ONEDNN", "ND4J"})
    void aRepeatedAndAResumedRunHaveTheSameBits(TestedKernels kernels) {
        Training training = mixing(kernels);
        Map<String, List<Float>> whole = RunBits.after(NormedNet.TYPE, IMAGES, training.loadingWorkers(1));
        assertThat(RunBits.after(NormedNet.TYPE, IMAGES, training.loadingWorkers(3)))
                .isEqualTo(whole);
        for (int step : new int[] {1, 6, 9}) {
            assertThat(RunBits.afterStopAt(step, folder.resolve("at-" + step), NormedNet.TYPE, IMAGES, training))
                    .as("stopped at step %d", step)
                    .isEqualTo(whole);
        }
        assertThat(RunBits.after(NormedNet.TYPE, IMAGES, plain(kernels).mixUp(0.2)))
                .isNotEqualTo(whole);
        assertThat(RunBits.after(NormedNet.TYPE, IMAGES, plain(kernels))).isNotEqualTo(whole);
    }

    @Test
    void accumulatedBatchesAreMixedEachByItsNumber() {
        Training training = mixing(TestedKernels.ONEDNN).batch(8).accumulate(3);
        Map<String, List<Float>> whole = RunBits.after(NormedNet.TYPE, IMAGES, training);
        assertThat(RunBits.afterStopAt(3, folder, NormedNet.TYPE, IMAGES, training))
                .isEqualTo(whole);
    }

    /** With a rate of 0, each epoch has the same network: its test results are those of a run without mixing. */
    @Test
    void evaluationSeesNoMixedImagesAndLossAndAccuracyOfTrainingAreOfShares() {
        List<EpochEnd> mixed = new ArrayList<>();
        List<EpochEnd> unmixed = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        Training still =
                Training.with(Optimizer.sgd(0)).batch(20).seed(7).test(TEST).kernels(TestedKernels.ONEDNN.create());
        PlainNet.train(IMAGES, still.cutMix(1).listener(recorder(mixed, losses)))
                .close();
        PlainNet.train(IMAGES, still.listener(recorder(unmixed, new ArrayList<>())))
                .close();
        assertThat(mixed.get(0).test()).isEqualTo(unmixed.get(0).test());
        assertThat(mixed.get(0).loss()).isNotEqualTo(unmixed.get(0).loss());
        assertThat(mixed.get(0).accuracy()).isBetween(0.0, 1.0);
        assertThat(losses).allMatch(Double::isFinite).hasSize(5);
    }

    private static TrainingListener recorder(List<EpochEnd> epochs, List<Double> losses) {
        return new TrainingListener() {
            @Override
            public void stepped(StepEnd step) {
                losses.add(step.batchLoss());
            }

            @Override
            public void epochEnded(EpochEnd epoch) {
                epochs.add(epoch);
            }
        };
    }

    /** Learning from shares teaches the classes. */
    @Test
    void aRunThatMixesLearns() {
        List<EpochEnd> epochs = new ArrayList<>();
        Training training = Training.with(Optimizer.adam(3e-3))
                .batch(50)
                .epochs(6)
                .test(FashionMnist.bundledTest().first(500).resize(12))
                .mixUp(0.2)
                .cutMix(1)
                .labelSmoothing(0.1);
        PlainNet.train(
                        FashionMnist.bundledTrain().first(3000).resize(12),
                        training.listener(recorder(epochs, new ArrayList<>())))
                .close();
        assertThat(Objects.requireNonNull(epochs.get(5)).testAccuracy().orElseThrow())
                .as("of ten classes")
                .isGreaterThan(0.6);
    }
}
