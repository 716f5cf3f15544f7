package dev.netwright.runtime.schedule;

import java.util.List;

/** {@link Schedule#multiStep}. */
record MultiStepSchedule(double factor, List<Integer> milestones) implements Schedule {
    MultiStepSchedule {
        milestones = List.copyOf(milestones);
        Range.requirePositive("factor", factor);
        milestones.forEach(milestone -> Range.require("milestone", milestone, 0, Integer.MAX_VALUE));
        if (!milestones.stream().sorted().toList().equals(milestones)) {
            throw new IllegalArgumentException("milestones must be in ascending order, found " + milestones);
        }
    }

    @Override
    public double factor(RunPosition position) {
        long passed = milestones.stream()
                .filter(milestone -> milestone <= position.epoch())
                .count();
        return Math.pow(factor, (double) passed);
    }
}
