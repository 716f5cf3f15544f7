package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** 60,000 images in batches of 128: 468 full ones and a tail of 96. */
class EpochSumsTest {
    private static final int FULL_BATCHES = 468;
    private static final int BATCH = 128;
    private static final int TAIL = 96;

    /** A loss of 1 with half of the images right in each full batch; 5 and all right in the tail. */
    private static final EpochSums EPOCH = epoch();

    /** (468 * 128 * 1 + 96 * 5) / 60000 = 60384 / 60000. */
    @Test
    void averagedOverImagesTheTailCountsByItsImages() {
        assertThat(EPOCH.loss(LossAveraging.IMAGES)).isCloseTo(1.0064, within(1e-12));
    }

    /** (468 * 1 + 5) / 469 = 473 / 469. */
    @Test
    void averagedOverBatchesTheTailCountsAsOne() {
        assertThat(EPOCH.loss(LossAveraging.BATCHES)).isCloseTo(473.0 / 469, within(1e-12));
    }

    /** (468 * 64 + 96) / 60000. */
    @Test
    void accuracyIsAShareOfImages() {
        assertThat(EPOCH.accuracy()).isCloseTo(0.5008, within(1e-12));
    }

    private static EpochSums epoch() {
        EpochSums sums = EpochSums.NONE;
        for (int i = 0; i < FULL_BATCHES; i++) {
            sums = sums.plus(1, BATCH / 2, BATCH);
        }
        return sums.plus(5, TAIL, TAIL);
    }
}
