package dev.netwright.tests.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.models.exercises.SmallCnn;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.runtime.augmentation.HorizontalFlip;
import dev.netwright.runtime.augmentation.RandomRotation;
import dev.netwright.runtime.checkpoint.NamedShape;
import dev.netwright.runtime.checkpoint.SafeTensorsWriter;
import dev.netwright.runtime.checkpoint.TensorEntry;
import dev.netwright.runtime.data.DataLoadingException;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Checkpoints;
import dev.netwright.runtime.training.LossNotFiniteException;
import dev.netwright.runtime.training.Metric;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.ResumeException;
import dev.netwright.runtime.training.StopReason;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.WeightsNotFiniteException;
import dev.netwright.tests.kernels.TestedKernels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is resumed has the bits of a run that never stopped, with augmentation, dropout, batch norm and a smaller last batch. */
class ResumeTest {
    /** Seven batches in an epoch, the last one of four. */
    private static final ImageDataset IMAGES = FashionMnist.bundledTrain()
            .first(100)
            .augmented(RandomRotation.degrees(8), HorizontalFlip.withProbability(0.5))
            .resize(12);

    private static final ImageDataset TEST =
            FashionMnist.bundledTest().first(50).resize(12);
    private static final int STEPS = 3 * 7;

    @TempDir
    private Path folder;

    static Stream<Arguments> kernelsAndWorkers() {
        return Stream.of(TestedKernels.ONEDNN, TestedKernels.ND4J)
                .flatMap(kernels -> Stream.of(1, 4).map(workers -> Arguments.of(kernels, workers)));
    }

    @ParameterizedTest(name = "{0}, {1} loading workers")
    @MethodSource("kernelsAndWorkers")
    void atAnyBatchTheRestHasTheSameBits(TestedKernels kernels, int workers) {
        Training training = training().kernels(kernels.create()).loadingWorkers(workers);
        Recorded whole = Recorded.run();
        try (NeuralNetwork expected = ResumedNet.train(IMAGES, training.listener(whole))) {
            Random random = new Random(workers);
            for (int stop : Stream.generate(() -> 1 + random.nextInt(STEPS - 1))
                    .limit(3)
                    .toList()) {
                Path run = folder.resolve("stopped-after-" + stop);
                stopped(training.checkpoints(Checkpoints.in(run).everySteps(1)), stop);
                Recorded rest = Recorded.run();
                // The other number of workers, because the result may not depend on it.
                Training resumed = training.checkpoints(run)
                        .resume()
                        .loadingWorkers(5 - workers)
                        .listener(rest);
                try (NeuralNetwork network = ResumedNet.train(IMAGES, resumed)) {
                    assertThat(Recorded.tensors(network)).isEqualTo(Recorded.tensors(expected));
                }
                int left = STEPS
                        - rest.start()
                                .orElseThrow()
                                .resumption()
                                .orElseThrow()
                                .checkpoint()
                                .step();
                assertThat(rest.start().orElseThrow().resumption().orElseThrow().differences())
                        .isEmpty();
                assertThat(rest.steps()).isEqualTo(Recorded.last(whole.steps(), left));
                assertThat(rest.epochs())
                        .isEqualTo(Recorded.last(whole.epochs(), rest.epochs().size()));
                assertThat(rest.end().orElseThrow().best())
                        .isEqualTo(whole.end().orElseThrow().best());
            }
        }
    }

    @Test
    void optimizersWithoutAndWithOneStateGoOnAsWell() {
        for (Optimizer optimizer : new Optimizer[] {
            Optimizer.sgd(0.05).momentum(0.9).nesterov(), Optimizer.sgd(0.05).momentum(0.9), Optimizer.adamW(1e-3, 0.1)
        }) {
            Training training = Training.with(optimizer).batch(16).epochs(2).listener(Recorded.run());
            Path run = folder.resolve(optimizer.rule().toString());
            stopped(training.checkpoints(Checkpoints.in(run).everySteps(1)), 5);
            try (NeuralNetwork expected = ResumedNet.train(IMAGES, training);
                    NeuralNetwork resumed =
                            ResumedNet.train(IMAGES, training.checkpoints(run).resume())) {
                assertThat(Recorded.tensors(resumed)).isEqualTo(Recorded.tensors(expected));
            }
        }
    }

    @Test
    void aRunThatIsOverIsLoadedAndMoreEpochsProlongIt() {
        Training training = training().checkpoints(folder).resume();
        Recorded again = Recorded.run();
        Recorded longer = Recorded.run();
        try (NeuralNetwork first = ResumedNet.train(IMAGES, training.listener(Recorded.run()));
                NeuralNetwork second = ResumedNet.train(IMAGES, training.listener(again));
                NeuralNetwork third =
                        ResumedNet.train(IMAGES, training.epochs(4).listener(longer));
                NeuralNetwork expected =
                        ResumedNet.train(IMAGES, training().epochs(4).listener(Recorded.run()))) {
            assertThat(Recorded.tensors(second)).isEqualTo(Recorded.tensors(first));
            assertThat(again.steps()).isEmpty();
            assertThat(Recorded.tensors(third)).isEqualTo(Recorded.tensors(expected));
            assertThat(longer.steps()).hasSize(7);
        }
    }

    @Test
    void theBestEpochsCheckpointIsKeptAndBothAreWeights() {
        Recorded run = Recorded.run();
        try (NeuralNetwork network =
                        ResumedNet.train(IMAGES, training().checkpoints(folder).listener(run));
                NeuralNetwork last = ResumedNet.load(Checkpoints.in(folder).last());
                NeuralNetwork best = ResumedNet.load(Checkpoints.in(folder).best())) {
            assertThat(Recorded.tensors(last)).isEqualTo(Recorded.tensors(network));
            assertThat(best.evaluate(TEST).accuracy())
                    .isEqualTo(run.end().orElseThrow().best().orElseThrow().value());
            assertThat(best.labels()).isEqualTo(IMAGES.labels());
        }
    }

    @Test
    void anotherRunIsRefusedByNameAndValue() {
        Training training = training().checkpoints(folder).resume();
        stopped(training.checkpoints(Checkpoints.in(folder).everySteps(1)), 3);
        assertRefused(training.seed(9), "seed 7, found 9");
        assertRefused(training.batch(20), "batch 16, found 20");
        assertRefused(training.dropLastBatch(), "last batch KEEP, found DROP");
        assertRefused(training.best(Metric.TEST_LOSS), "metric of the best epoch TEST_ACCURACY, found TEST_LOSS");
        assertThatThrownBy(() -> ResumedNet.train(IMAGES.first(90), training))
                .isInstanceOf(ResumeException.class)
                .hasMessageContaining("found 90");
        Training other = Training.with(Optimizer.sgd(0.1).momentum(0.9))
                .batch(16)
                .epochs(3)
                .seed(7)
                .test(TEST);
        assertRefused(other.checkpoints(folder).resume(), "optimizer Adam[");
    }

    @Test
    void aNewRunReplacesNoOther() {
        Training training = training().checkpoints(folder);
        stopped(training, 8);
        assertThatThrownBy(() -> ResumedNet.train(IMAGES, training.listener(Recorded.run())))
                .hasMessageContaining("continue that run with Training.resume(), or choose another folder");
    }

    @Test
    void otherKernelsGoOnAndSaySo() {
        Training training = training().kernels(TestedKernels.ONEDNN.create());
        stopped(training.checkpoints(folder), 8);
        Recorded rest = Recorded.run();
        Training resumed = training.kernels(TestedKernels.ND4J.create())
                .checkpoints(folder)
                .resume()
                .listener(rest);
        ResumedNet.train(IMAGES, resumed).close();
        assertThat(rest.start().orElseThrow().resumption().orElseThrow().differences())
                .singleElement()
                .asString()
                .contains("not bit-identical to an uninterrupted run", "kernels was onednn and is nd4j");
    }

    @Test
    void aRunThatCanNotSaveStopsAndKeepsWhatItHad() throws IOException {
        Training training = training().checkpoints(folder);
        stopped(training, 8);
        // A directory in the place of the best checkpoint can't be replaced by a file.
        Files.delete(Checkpoints.in(folder).best());
        Files.createDirectory(Checkpoints.in(folder).best());
        Files.createFile(Checkpoints.in(folder).best().resolve("file"));
        assertThatThrownBy(() -> ResumedNet.train(
                        IMAGES, training.best(Metric.TEST_ACCURACY).resume().listener(Recorded.run())))
                .hasMessageContaining("is a directory, not a file");
        ResumedNet.load(Checkpoints.in(folder).last()).close();
    }

    @Test
    void earlyStoppingEndsTheRunWhenItsMetricStandsStill() {
        Recorded run = Recorded.run();
        Training training = Training.with(Optimizer.sgd(0)).batch(16).epochs(9).test(TEST);
        ResumedNet.train(
                        IMAGES,
                        training.earlyStopping(Metric.TEST_ACCURACY, 2, 0.5).listener(run))
                .close();
        assertThat(run.end().orElseThrow().reason()).isEqualTo(StopReason.NO_IMPROVEMENT);
        assertThat(run.epochs()).hasSize(3);
    }

    @Test
    void aTimeLimitEndsTheRunWhichGoesOnFromThere() {
        Training training = training().checkpoints(folder);
        Recorded first = Recorded.run();
        ResumedNet.train(IMAGES, training.stopAfter(Duration.ofNanos(1)).listener(first))
                .close();
        assertThat(first.end().orElseThrow().reason()).isEqualTo(StopReason.TIME_LIMIT);
        assertThat(first.end().orElseThrow().last()).isEmpty();
        try (NeuralNetwork resumed = ResumedNet.train(IMAGES, training.resume().listener(Recorded.run()));
                NeuralNetwork expected = ResumedNet.train(IMAGES, training().listener(Recorded.run()))) {
            assertThat(Recorded.tensors(resumed)).isEqualTo(Recorded.tensors(expected));
        }
    }

    /** Two convolutions in a row, with weights that are much too large, give values that no float holds. */
    @Test
    void aLossThatIsNotFiniteStopsTheRunBeforeTheUpdateAndNamesWhereItComesFrom() {
        Training training =
                Training.with(Optimizer.sgd(1e30)).batch(16).epochs(3).checkpoints(folder);
        assertThatThrownBy(
                        () -> SmallCnn.train(FashionMnist.bundledTrain().first(100), training.listener(Recorded.run())))
                .isInstanceOf(LossNotFiniteException.class)
                .hasMessageContaining("SmallCnn: the loss of batch 2 of epoch 1 (step 1)")
                .hasMessageContaining("expected a finite number")
                .hasMessageMatching("(?s).*(isn't finite is|is in) stem.*")
                .hasMessageContaining("The learning rate was 1.0E30; lower the learning rate");
    }

    /**
     * The variance of values of 1e20 is no float: the norm divides by it and gives 0, so that the loss is that of a network that knows nothing.
     * Which tensor of the norm's or of what is in front of it shows that first depends on the kernels.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anInfinityThatANormHidesFromTheLossEndsTheRunAndIsNeverSaved(boolean isSaved) {
        Path start = folder.resolve("start");
        SafeTensorsWriter.write(
                start,
                Map.of(),
                List.of(new TensorEntry(
                        new NamedShape("stem.weight", List.of(16L, 1L, 3L, 3L)),
                        values -> Arrays.fill(values, 1e20f))));
        Training training =
                Training.with(Optimizer.sgd(0.1)).startFrom(start).batch(16).listener(Recorded.run());
        assertThatThrownBy(() -> ResumedNet.train(IMAGES, isSaved ? training.checkpoints(folder) : training))
                .isInstanceOf(WeightsNotFiniteException.class)
                .hasMessageMatching(
                        "(?s).*ResumedNet: after step 1 .batch 1 of epoch 1. .*isn't finite is stem.(weight|norm.running_var), though the loss,.*");
        assertThat(folder).isDirectoryNotContaining("glob:**.safetensors");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e38f, -1e19f})
    void aPictureThatNothingCanBeLearnedFromIsNamedBeforeItDoesHarm(float value) {
        Dataset broken = new Changed(FashionMnist.bundledTrain().first(40), values -> values[28 + 3] = value);
        for (Training training : List.of(
                Training.with(Optimizer.sgd(0.1)),
                Training.with(Optimizer.sgd(0.1)).test(broken))) {
            Dataset learned =
                    training.test().isPresent() ? FashionMnist.bundledTrain().first(16) : broken;
            assertThatThrownBy(() -> LeNet28.train(learned, training.batch(16).listener(Recorded.run())))
                    .isInstanceOf(DataLoadingException.class)
                    .hasMessageContaining("ample 39")
                    .hasMessageContaining(
                            "channel 0, row 1, column 3: expected a finite value of a magnitude of at most 1.0E18,"
                                    + " found " + value);
        }
    }

    /** No tensor has been updated by such a batch. */
    @Test
    void theRunBeforeALossThatIsNotFiniteIsKeptForALook() {
        Training training =
                Training.with(Optimizer.sgd(3e37)).batch(16).epochs(20).checkpoints(folder);
        Path kept = folder.resolve("not-finite.safetensors");
        assertThatThrownBy(
                        () -> LeNet28.train(FashionMnist.bundledTrain().first(40), training.listener(Recorded.run())))
                .isInstanceOf(LossNotFiniteException.class)
                .hasMessageContaining("every tensor and every picture is finite, so a layer's output isn't")
                .hasMessageContaining("The run's state before that batch is in " + kept);
        LeNet28.load(kept).close();
    }

    /** The same images, but for the last one. */
    private record Changed(Dataset whole, Consumer<float[]> change) implements Dataset {
        @Override
        public int size() {
            return whole.size();
        }

        @Override
        public ImageFormat format() {
            return whole.format();
        }

        @Override
        public List<String> labels() {
            return whole.labels();
        }

        @Override
        public int label(int index) {
            return whole.label(index);
        }

        @Override
        public void read(int index, float[] target, int offset) {
            whole.read(index, target, offset);
            if (index == size() - 1) {
                float[] values = Arrays.copyOfRange(target, offset, offset + format().values());
                change.accept(values);
                System.arraycopy(values, 0, target, offset, values.length);
            }
        }
    }

    private static Training training() {
        return Training.with(Optimizer.adam(1e-3)).batch(16).epochs(3).seed(7).test(TEST);
    }

    private static void stopped(Training training, int step) {
        assertThatThrownBy(() -> ResumedNet.train(IMAGES, training.listener(Recorded.failingAfter(step))))
                .isInstanceOf(Recorded.Crash.class);
    }

    private static void assertRefused(Training training, String difference) {
        assertThatThrownBy(() -> ResumedNet.train(IMAGES, training.listener(Recorded.run())))
                .isInstanceOf(ResumeException.class)
                .hasMessageContaining(difference);
    }
}
