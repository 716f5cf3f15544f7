package dev.netwright.tests.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.network.DryRun;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A try of two batches finds what would stop a run later, and leaves nothing. */
class DryRunTest {
    private static final ImageDataset IMAGES =
            FashionMnist.bundledTrain().first(200).resize(12);
    private static final ImageDataset TEST =
            FashionMnist.bundledTest().first(100).resize(12);

    @TempDir
    private Path folder;

    @Test
    void twoBatchesAreLearnedAndEvaluatedAndNothingIsLeft() {
        Recorded told = Recorded.run();
        Training training = Training.with(Optimizer.adam(1e-3))
                .batch(16)
                .epochs(50)
                .test(TEST)
                .checkpoints(folder.resolve("checkpoints"))
                .runFolder(folder.resolve("run"))
                .listener(told);

        DryRun found = ResumedNet.TYPE.dryRun(IMAGES, training);

        assertThat(found.secondsPerEpoch()).isPositive();
        assertThat(found.savedBytes())
                .isGreaterThan(Float.BYTES * ResumedNet.TYPE.parameters().size());
        assertThat(folder).isEmptyDirectory();
        assertThat(told.steps()).as("the run's own listeners aren't told").isEmpty();
    }

    @Test
    void testImagesThatDoNotSuitTheNetworkAreFoundAtOnce() {
        Training training = Training.with(Optimizer.adam(1e-3))
                .batch(16)
                .test(FashionMnist.bundledTest().resize(14));

        assertThatThrownBy(() -> ResumedNet.TYPE.dryRun(IMAGES, training))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes images of 1x12x12, found 14x14");
    }
}
