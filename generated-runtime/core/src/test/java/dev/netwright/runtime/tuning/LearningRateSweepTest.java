package dev.netwright.runtime.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.tuning.LearningRateSweep.Tried;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LearningRateSweepTest {
    /** Flat, then falling fastest at the tenth rate, then rising. */
    private static final double[] LOSSES = {2.3, 2.3, 2.3, 2.3, 2.3, 2.29, 2.28, 2.25, 2.2, 1.9, 1.3, 1.1, 1.05, 1.5, 4
    };

    @TempDir
    private Path folder;

    @Test
    void theSuggestionIsWhereTheLossFallsMost() {
        assertThat(sweep(LOSSES).suggestion()).isEqualTo(rate(9));
    }

    /** The average of the first five steps is too noisy to count. */
    @Test
    void theFirstStepsSuggestNothing() {
        assertThat(sweep(9, 1, 1, 1, 1, 1, 0.9, 0.8).suggestion()).isEqualTo(rate(6));
    }

    @Test
    void aLossThatNeverFallsLeavesASmallRate() {
        assertThat(sweep(1, 1, 1, 1, 1, 1, 1, 2).suggestion()).isEqualTo(rate(5));
        assertThat(sweep(1, 2).suggestion()).isEqualTo(rate(1));
    }

    @Test
    void withoutAFiniteLossThereIsNoSweep() {
        assertThatThrownBy(() -> new LearningRateSweep(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the first loss wasn't finite");
    }

    @Test
    void theNumbersAndTheirPictureAreWritten() throws IOException {
        LearningRateSweep sweep = sweep(LOSSES);
        sweep.writeCsv(folder.resolve("sweep.csv"));
        sweep.writePlot(folder.resolve("sweep.svg"));

        assertThat(Files.readAllLines(folder.resolve("sweep.csv")))
                .hasSize(LOSSES.length + 1)
                .startsWith("rate,loss,smoothed", "1.0,2.3,2.3");
        assertThat(Files.readString(folder.resolve("sweep.svg")))
                .startsWith("<svg")
                .contains("Loss by learning rate", "learning rate", "5.1e+02");
    }

    private static LearningRateSweep sweep(double... losses) {
        return new LearningRateSweep(IntStream.range(0, losses.length)
                .mapToObj(i -> new Tried(rate(i), losses[i], losses[i]))
                .toList());
    }

    private static double rate(int step) {
        return Math.pow(2, step);
    }
}
