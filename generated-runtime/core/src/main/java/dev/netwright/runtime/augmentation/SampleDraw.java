package dev.netwright.runtime.augmentation;

import dev.netwright.runtime.random.CounterRandom;

/** The generator's numbers of one sample, in order. */
final class SampleDraw implements Draw {
    private final CounterRandom random;
    private final int stream;
    private final int epoch;
    private long index;

    SampleDraw(CounterRandom random, int stream, int epoch, int sample) {
        this.random = random;
        this.stream = stream;
        this.epoch = epoch;
        this.index = (long) sample << 32;
    }

    @Override
    public int bits() {
        return random.bits(stream, epoch, index++);
    }
}
