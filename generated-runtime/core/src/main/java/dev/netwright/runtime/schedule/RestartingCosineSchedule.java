package dev.netwright.runtime.schedule;

/** {@link Schedule#cosineWithRestarts}. */
record RestartingCosineSchedule(int epochs, int growth) implements Schedule {
    RestartingCosineSchedule {
        Range.require("epochs", epochs, 1, Integer.MAX_VALUE);
        Range.require("growth", growth, 1, Integer.MAX_VALUE);
    }

    @Override
    public double factor(RunPosition position) {
        double since = position.epochs();
        double length = epochs;
        if (growth == 1) {
            since %= length;
        }
        while (since >= length) {
            since -= length;
            length *= growth;
        }
        return CosineSchedule.between(1, 0, since / length);
    }
}
