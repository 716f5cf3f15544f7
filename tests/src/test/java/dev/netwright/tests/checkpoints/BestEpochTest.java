package dev.netwright.tests.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.checkpoint.WeightsFile;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.BestEpoch;
import dev.netwright.runtime.training.Checkpoints;
import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.KeptEpoch;
import dev.netwright.runtime.training.Metric;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.RunEnd;
import dev.netwright.runtime.training.StopReason;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import dev.netwright.tests.kernels.TestedKernels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose weights a network has when its training has ended: the best epoch's where one was asked for, and else the last's. */
final class BestEpochTest {
    private static final ImageDataset IMAGES =
            FashionMnist.bundledTrain().first(64).resize(12);
    private static final ImageDataset TEST =
            FashionMnist.bundledTest().first(50).resize(12);

    @TempDir
    private Path folder;

    /** A rate so large that the first epochs are better than later ones. */
    private static Training training() {
        return Training.with(Optimizer.sgd(0.2).schedule(position -> position.epoch() < 2 ? 1 : 20))
                .batch(16)
                .epochs(5)
                .seed(3)
                .test(TEST);
    }

    /** The losses of the epochs, and the end. */
    private static final class Told implements TrainingListener {
        private final List<Double> losses = new ArrayList<>();
        private @Nullable RunEnd end;

        @Override
        public void epochEnded(EpochEnd epoch) {
            losses.add(epoch.testLoss().orElseThrow());
        }

        @Override
        public void ended(RunEnd run) {
            end = run;
        }

        RunEnd end() {
            if (end == null) {
                throw new AssertionError("the run hasn't ended");
            }
            return end;
        }

        BestEpoch kept() {
            return end().kept().orElseThrow();
        }
    }

    private static void assertHasTheBest(NeuralNetwork network, Told run) {
        BestEpoch kept = run.kept();
        assertThat(kept.epoch())
                .as("the best isn't the last: %s", run.losses)
                .isLessThan(run.end().lastEpoch());
        assertThat(network.loss(TEST)).isCloseTo(kept.value(), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(names = {"ONEDNN", "ND4J"})
    void aMetricOfTheBestAsksForItsEpoch(TestedKernels kernels) {
        Told run = new Told();
        Training training =
                training().best(Metric.TEST_LOSS).kernels(kernels.create()).listener(run);
        try (NeuralNetwork network = TinyNet.train(IMAGES, training)) {
            assertHasTheBest(network, run);
            Path saved = folder.resolve("saved.safetensors");
            network.save(saved);
            assertThat(WeightsFile.metadata(saved).orElseThrow().entries())
                    .containsEntry("trained.epoch", Integer.toString(run.kept().epoch()))
                    .containsEntry("trained.best_by", "TEST_LOSS")
                    .containsEntry(
                            "trained.best_value", Double.toString(run.kept().value()));
            assertThat(run.kept().value())
                    .isEqualTo(run.losses.stream().min(Double::compare).orElseThrow());
        }
    }

    @Test
    void earlyStoppingAsksForTheBestByItsOwnMetric() {
        Told run = new Told();
        try (NeuralNetwork network = TinyNet.train(
                IMAGES,
                training().epochs(9).earlyStopping(Metric.TEST_LOSS, 2, 0).listener(run))) {
            assertThat(run.end().reason()).isEqualTo(StopReason.NO_IMPROVEMENT);
            assertThat(run.kept().metric()).isEqualTo(Metric.TEST_LOSS);
            assertHasTheBest(network, run);
        }
    }

    /** The order of the options doesn't matter. */
    @Test
    void aPatienceWithoutAMetricIsThatOfTheBest() {
        assertThat(Training.with(Optimizer.sgd(1))
                        .earlyStopping(3)
                        .test(TEST)
                        .earlyStopping()
                        .orElseThrow()
                        .metric())
                .isEqualTo(Metric.TEST_ACCURACY);
        assertThat(Training.with(Optimizer.sgd(1))
                        .earlyStopping(3)
                        .best(Metric.TEST_LOSS)
                        .earlyStopping()
                        .orElseThrow()
                        .metric())
                .isEqualTo(Metric.TEST_LOSS);
    }

    @Test
    void nobodyWhoDidNotAskGetsAnotherThanTheLast() {
        Told run = new Told();
        try (NeuralNetwork network = TinyNet.train(IMAGES, training().listener(run))) {
            assertThat(run.end().kept()).isEmpty();
            assertThat(network.loss(TEST)).isCloseTo(run.losses.get(4), within(1e-9));
        }
    }

    @Test
    void eachCanBeChosen() {
        Told last = new Told();
        Told best = new Told();
        try (NeuralNetwork lasts = TinyNet.train(
                        IMAGES,
                        training().best(Metric.TEST_LOSS).keep(KeptEpoch.LAST).listener(last));
                NeuralNetwork bests =
                        TinyNet.train(IMAGES, training().keep(KeptEpoch.BEST).listener(best))) {
            assertThat(last.end().kept()).isEmpty();
            assertThat(lasts.loss(TEST)).isCloseTo(last.losses.get(4), within(1e-9));
            assertThat(best.kept().metric()).isEqualTo(Metric.TEST_ACCURACY);
            assertThat(bests.evaluate(TEST).accuracy()).isEqualTo(best.kept().value());
        }
    }

    /** The folder has both, and a resumed run finds the best of before. */
    @Test
    void aRunWithCheckpointsReturnsTheBestAfterAResumptionToo() {
        Training training = training().best(Metric.TEST_LOSS).checkpoints(folder);
        Told run = new Told();
        Map<String, String> expected;
        try (NeuralNetwork network = TinyNet.train(IMAGES, training.listener(run));
                NeuralNetwork best = TinyNet.load(Checkpoints.in(folder).best());
                NeuralNetwork last = TinyNet.load(Checkpoints.in(folder).last())) {
            assertHasTheBest(network, run);
            expected = Recorded.tensors(network);
            assertThat(Recorded.tensors(best)).isEqualTo(expected);
            assertThat(Recorded.tensors(last)).isNotEqualTo(expected);
        }
        Told over = new Told();
        Told longer = new Told();
        Told elsewhere = new Told();
        Training again = training().best(Metric.TEST_LOSS);
        try (NeuralNetwork resumed = TinyNet.train(IMAGES, training.resume().listener(over));
                // Two more epochs, with a folder of their own, in which the best of before is not yet.
                NeuralNetwork prolonged = TinyNet.train(
                        IMAGES,
                        again.epochs(7)
                                .resumeFrom(Checkpoints.in(folder).last())
                                .checkpoints(folder.resolve("more"))
                                .listener(longer));
                NeuralNetwork unsaved = TinyNet.train(
                        IMAGES,
                        again.epochs(7)
                                .resumeFrom(Checkpoints.in(folder).last())
                                .listener(elsewhere))) {
            assertThat(over.losses).isEmpty();
            assertThat(Recorded.tensors(resumed)).isEqualTo(expected);
            assertThat(longer.losses).hasSize(2);
            assertThat(longer.kept()).isEqualTo(run.kept());
            assertThat(Recorded.tensors(prolonged)).isEqualTo(expected);
            assertThat(Recorded.tensors(unsaved)).isEqualTo(expected);
            assertThat(Checkpoints.in(folder.resolve("more")).best()).exists();
        }
    }

    /** Nothing is returned under another epoch's name. */
    @Test
    void aBestWhoseWeightsAreGoneIsLookedForAnew() throws IOException {
        Training training = training().best(Metric.TEST_LOSS).checkpoints(folder);
        TinyNet.train(IMAGES, training.listener(new Told())).close();
        Files.delete(Checkpoints.in(folder).best());
        Told run = new Told();
        Recorded recorded = Recorded.run();
        try (NeuralNetwork network =
                TinyNet.train(IMAGES, training.epochs(6).resume().listener(run).listener(recorded))) {
            assertThat(recorded.start().orElseThrow().resumption().orElseThrow().differences())
                    .singleElement()
                    .asString()
                    .contains("but there is no checkpoint with its weights");
            assertThat(run.kept().epoch()).isEqualTo(6);
            assertThat(network.loss(TEST)).isCloseTo(run.losses.get(0), within(1e-9));
        }
    }
}
