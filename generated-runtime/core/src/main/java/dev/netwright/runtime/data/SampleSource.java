package dev.netwright.runtime.data;

import dev.netwright.runtime.augmentation.Draw;
import java.util.OptionalLong;

/**
 * A dataset as it is read in one epoch.
 *
 * @param seed seed of the draws; empty for evaluation
 */
record SampleSource(Dataset dataset, OptionalLong seed, int epoch) {
    void readTarget(int index, int repeat, float[] values, int offset) {
        if (seed.isPresent()) {
            dataset.readTarget(index, Draw.of(seed.getAsLong(), epoch, index, repeat), values, offset);
        } else {
            dataset.readTarget(index, values, offset);
        }
    }

    void read(int index, int repeat, float[] target, int offset) {
        if (seed.isPresent()) {
            dataset.read(index, Draw.of(seed.getAsLong(), epoch, index, repeat), target, offset);
        } else {
            dataset.read(index, target, offset);
        }
    }
}
