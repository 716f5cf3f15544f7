package dev.netwright.runtime.augmentation;

/** The states of the linear congruential generator from which src/test/python/augmentation_fixtures.py draws. */
final class GivenBits implements Draw {
    private int state;

    GivenBits(int seed) {
        state = seed;
    }

    @Override
    public int bits() {
        state = state * 1664525 + 1013904223;
        return state;
    }
}
