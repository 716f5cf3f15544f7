package dev.netwright.runtime.data;

import dev.netwright.runtime.augmentation.Draw;
import java.util.OptionalLong;

/**
 * A data set as one epoch reads it.
 *
 * @param seed of the draws; without one it is read as evaluation does
 */
record SampleSource(Dataset dataset, OptionalLong seed, int epoch) {
    void read(int index, float[] target, int offset) {
        if (seed.isPresent()) {
            dataset.read(index, Draw.of(seed.getAsLong(), epoch, index), target, offset);
        } else {
            dataset.read(index, target, offset);
        }
    }
}
