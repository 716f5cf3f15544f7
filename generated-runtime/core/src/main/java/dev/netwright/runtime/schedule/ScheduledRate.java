package dev.netwright.runtime.schedule;

import java.util.List;
import java.util.stream.Stream;

/** {@link LearningRate#times}. */
record ScheduledRate(LearningRate rate, Schedule schedule) implements LearningRate {
    @Override
    public double at(RunPosition position) {
        return rate.at(position) * schedule.factor(position);
    }

    @Override
    public List<String> notes(RunPosition begin) {
        return Stream.concat(rate.notes(begin).stream(), schedule.notes(begin).stream())
                .toList();
    }
}
