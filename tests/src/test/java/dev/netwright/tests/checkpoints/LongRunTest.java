package dev.netwright.tests.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.schedule.Schedule;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.StopReason;
import dev.netwright.runtime.training.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of steps that an int doesn't hold, and rates that nothing can be learned with. */
final class LongRunTest {
    private static final ImageDataset IMAGES =
            FashionMnist.bundledTrain().first(40).resize(12);

    @TempDir
    private Path folder;

    /** Two thousand million epochs of three batches. */
    @Test
    void aRunThatOnlyItsTimeEndsMayBePlannedForAnyNumberOfEpochs() {
        Recorded run = Recorded.run();
        TinyNet.train(
                        IMAGES,
                        Training.with(Optimizer.sgd(0.1)
                                        .schedule(Schedule.cosine().warmUp(2)))
                                .batch(16)
                                .epochs(2_000_000_000)
                                .stopAfter(Duration.ofMillis(200))
                                .checkpoints(folder.resolve("checkpoints"))
                                .runFolder(folder.resolve("report"))
                                .listener(run))
                .close();
        assertThat(run.steps()).isNotEmpty();
        assertThat(run.end().orElseThrow().reason()).isEqualTo(StopReason.TIME_LIMIT);
        assertThat(folder.resolve("report").resolve("configuration.json")).exists();
        assertThat(Files.exists(folder.resolve("checkpoints").resolve("last.safetensors")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void aScheduleThatLeavesTheRangeOfRatesEndsTheRunBeforeThatStep(double factor) {
        Recorded run = Recorded.run();
        Optimizer optimizer = Optimizer.sgd(0.1).schedule(position -> position.step() == 2 ? factor : 1);
        assertThatThrownBy(() ->
                        TinyNet.train(IMAGES, Training.with(optimizer).batch(16).listener(run)))
                .hasMessageContaining("TinyNet: the learning rate of step 3 must be at least 0 and a finite float")
                .hasMessageContaining("found " + 0.1 * factor);
        assertThat(run.steps()).hasSize(2);
    }

    @Test
    void aWarmUpThatEndsBetweenTwoStepsIsToldBeforeTheRun() {
        Recorded run = Recorded.run();
        Optimizer optimizer = Optimizer.sgd(0.1).schedule(Schedule.constant().warmUp(0.5));
        TinyNet.train(IMAGES, Training.with(optimizer).batch(16).listener(run)).close();
        assertThat(run.start().orElseThrow().notes())
                .containsExactly("the warm-up takes 2 whole steps, for 0.5 epochs of 3 are 1.5");
    }
}
