package dev.netwright.runtime.schedule;

import java.util.List;

/** {@link Schedule#byEpoch}. */
record EpochwiseSchedule(Schedule schedule) implements Schedule {
    @Override
    public double factor(RunPosition position) {
        return schedule.factor(position.inEpochs());
    }

    @Override
    public List<String> notes(RunPosition begin) {
        return schedule.notes(begin.inEpochs()).stream()
                .map(note -> note + ", where a step is an epoch")
                .toList();
    }
}
