package dev.netwright.tests.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.schedule.Schedule;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Checkpoints;
import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.RunPoint;
import dev.netwright.runtime.training.SavedCheckpoint;
import dev.netwright.runtime.training.StepEnd;
import dev.netwright.runtime.training.TestOutcome;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A run that ends at any place where a program can be killed, between a step, its save and what is written down of them, leaves after its
 * resumption what a run without a stop leaves: weights to the bit, every row of {@code metrics.csv}, and the report of its last epoch.
 */
final class StoppedAnywhereTest {
    /** Six batches in an epoch, the last one of four. */
    private static final ImageDataset IMAGES =
            FashionMnist.bundledTrain().first(44).resize(12);

    private static final ImageDataset TEST =
            FashionMnist.bundledTest().first(20).resize(12);
    private static final int BATCHES = 6;

    /** What the run would be told next. */
    private enum Place {
        STEPPED,
        MEASURED,
        EVALUATED,
        SAVED,
        EPOCH_ENDED
    }

    @TempDir
    private Path folder;

    static Stream<Arguments> places() {
        // Which of them: the first epoch's, the second's, and within epochs.
        return Stream.of(
                        Map.entry(Place.STEPPED, new int[] {1, 6, 8, 18}),
                        Map.entry(Place.MEASURED, new int[] {1, 6, 7, 18}),
                        Map.entry(Place.EVALUATED, new int[] {1, 3}),
                        Map.entry(Place.SAVED, new int[] {5, 6, 7, 12}),
                        Map.entry(Place.EPOCH_ENDED, new int[] {1, 3}))
                .flatMap(entry ->
                        Arrays.stream(entry.getValue()).mapToObj(which -> Arguments.of(entry.getKey(), which)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("places")
    void nothingIsMissingAfterTheResumption(Place place, int which) throws IOException {
        Path report = folder.resolve("stopped");
        Checkpoints checkpoints = Checkpoints.in(folder.resolve("checkpoints")).everySteps(1);
        // The crash is reported first, as if the program had been killed before anything was written down.
        assertThatThrownBy(() -> TinyNet.train(
                                IMAGES,
                                training(report).checkpoints(checkpoints).listener(new Crashing(place, which)))
                        .close())
                .isInstanceOf(Recorded.Crash.class);
        Path whole = folder.resolve("whole");
        try (NeuralNetwork resumed = TinyNet.train(
                        IMAGES,
                        training(report).checkpoints(checkpoints).resume().listener(Recorded.run()));
                NeuralNetwork expected = TinyNet.train(IMAGES, training(whole).listener(Recorded.run()))) {
            assertThat(Recorded.tensors(resumed)).isEqualTo(Recorded.tensors(expected));
        }
        assertThat(rows(report)).isEqualTo(rows(whole)).noneMatch(row -> row.contains("NaN"));
        assertThat(confusion(report)).isEqualTo(confusion(whole)).isNotEmpty();
        assertThat(Files.readString(report.resolve("report.html"))).contains("3 epochs, ended;");
    }

    /** What was written down before lies elsewhere, or is lost. */
    @Test
    void aReportThatBeginsWithTheResumptionHasTheWholeRun() throws IOException {
        Checkpoints checkpoints = Checkpoints.in(folder.resolve("checkpoints")).everySteps(1);
        assertThatThrownBy(() -> TinyNet.train(
                                IMAGES,
                                training(folder.resolve("stopped"))
                                        .checkpoints(checkpoints)
                                        .listener(new Crashing(Place.STEPPED, 14)))
                        .close())
                .isInstanceOf(Recorded.Crash.class);
        Path other = folder.resolve("other");
        Training resumed = training(other).checkpoints(checkpoints).resume().listener(Recorded.run());
        TinyNet.train(IMAGES, resumed).close();
        assertThat(rows(other)).hasSize(1 + 3 * BATCHES);
    }

    private static Training training(Path report) {
        return Training.with(Optimizer.sgd(0.05).momentum(0.9).schedule(Schedule.cosine()))
                .batch(8)
                .epochs(3)
                .seed(7)
                .test(TEST)
                .runFolder(report);
    }

    /** All columns but the pace and the time. */
    private static List<String> rows(Path report) throws IOException {
        return Files.readAllLines(report.resolve("metrics.csv")).stream()
                .map(row -> row.replaceFirst(",[^,]*,[^,]*$", ""))
                .toList();
    }

    /** The cells of the confusion matrix in the report. */
    private static String confusion(Path report) throws IOException {
        return Files.readAllLines(report.resolve("report.html")).stream()
                .filter(line -> line.contains(" classified as "))
                .collect(Collectors.joining("\n"));
    }

    /** Ends the run at the so-manieth event of a kind. */
    private static final class Crashing implements TrainingListener {
        private final Place place;
        private int left;

        Crashing(Place place, int which) {
            this.place = place;
            this.left = which;
        }

        private void at(Place here) {
            if (here == place && --left == 0) {
                throw new Recorded.Crash();
            }
        }

        @Override
        public void stepped(StepEnd step) {
            at(Place.STEPPED);
        }

        @Override
        public void measured(RunPoint point) {
            at(Place.MEASURED);
        }

        @Override
        public void evaluated(int epoch, TestOutcome outcome) {
            at(Place.EVALUATED);
        }

        @Override
        public void saved(SavedCheckpoint checkpoint) {
            at(Place.SAVED);
        }

        @Override
        public void epochEnded(EpochEnd epoch) {
            at(Place.EPOCH_ENDED);
        }
    }
}
