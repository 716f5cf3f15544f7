package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** 60,000 images in batches of 128: 468 full ones and a tail of 96. */
class EpochMetricsTest {
    private static final int FULL_BATCHES = 468;
    private static final int BATCH = 128;
    private static final int TAIL = 96;

    /** (468 * 128 * 1 + 96 * 5) / 60000 = 60384 / 60000. */
    @Test
    void averagedOverImagesTheTailCountsByItsImages() {
        assertThat(epoch(LossAveraging.IMAGES).loss()).isCloseTo(1.0064, within(1e-12));
    }

    /** (468 * 1 + 5) / 469 = 473 / 469. */
    @Test
    void averagedOverBatchesTheTailCountsAsOne() {
        assertThat(epoch(LossAveraging.BATCHES).loss()).isCloseTo(473.0 / 469, within(1e-12));
    }

    /** (468 * 64 + 96) / 60000, whatever the rule for the loss. */
    @Test
    void accuracyIsAlwaysAShareOfImages() {
        for (LossAveraging averaging : LossAveraging.values()) {
            assertThat(epoch(averaging).accuracy()).isCloseTo(0.5008, within(1e-12));
        }
    }

    /** A loss of 1 with half of the images right in each full batch; 5 and all right in the tail. */
    private static EpochMetrics epoch(LossAveraging averaging) {
        EpochMetrics metrics = new EpochMetrics(averaging);
        for (int i = 0; i < FULL_BATCHES; i++) {
            metrics.add(1, BATCH / 2, BATCH);
        }
        metrics.add(5, TAIL, TAIL);
        return metrics;
    }
}
