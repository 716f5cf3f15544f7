/**
 * How large an optimizer's steps are over a run: schedules as functions of where the run stands, and the one that follows a metric.
 * Nothing here knows networks, optimizers or the training loop; but for {@link dev.netwright.runtime.schedule.PlateauState} nothing has
 * a state, so that a run that is resumed asks again and gets the same answer.
 */
@NullMarked
package dev.netwright.runtime.schedule;

import org.jspecify.annotations.NullMarked;
