package dev.netwright.runtime.augmentation;

import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;

/** The generator's numbers of one sample, in order. */
final class SampleDraw implements Draw {
    private final CounterRandom random;
    private final int epoch;
    private long index;

    SampleDraw(CounterRandom random, int epoch, int sample) {
        this.random = random;
        this.epoch = epoch;
        this.index = (long) sample << 32;
    }

    @Override
    public int bits() {
        return random.bits(RandomStream.AUGMENTATION, epoch, index++);
    }
}
