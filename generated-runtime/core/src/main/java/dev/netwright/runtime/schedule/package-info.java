/**
 * Learning rates over a run: schedules as functions of the run's position, and the reduction that follows a metric.
 * Networks, optimizers and the training loop aren't known here, and only {@link
 * dev.netwright.runtime.schedule.PlateauState} is a state, so that a resumed run gets the same rates.
 */
@NullMarked
package dev.netwright.runtime.schedule;

import org.jspecify.annotations.NullMarked;
