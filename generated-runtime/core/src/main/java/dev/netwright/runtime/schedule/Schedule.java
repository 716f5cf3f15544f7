package dev.netwright.runtime.schedule;

import java.util.Arrays;
import java.util.List;

/**
 * A factor of the learning rate over a run, as a function of the position alone. The formulas are those of PyTorch's
 * {@code torch.optim.lr_scheduler}: {@code t} counts steps (or epochs where stated) from 0, and {@code T} is their
 * number in the run.
 *
 * <pre>{@code
 * Optimizer.sgd(0.1).momentum(0.9).schedule(Schedule.cosine().warmUp(5))
 * }</pre>
 */
@FunctionalInterface
public interface Schedule {
    /**
     * The factor of a step.
     *
     * @param position position of the run before the step
     * @return the factor, at least 0
     */
    double factor(RunPosition position);

    /**
     * Notes about deviations from the requested schedule, as {@link LearningRate#notes}.
     *
     * @param begin start of the run
     * @return sentences; empty if there are no deviations
     */
    default List<String> notes(RunPosition begin) {
        return List.of();
    }

    /** {@return a schedule that is always 1} */
    static Schedule constant() {
        return new ConstantSchedule();
    }

    /**
     * {@code factor^floor(epoch / epochs)}, PyTorch's {@code StepLR}.
     *
     * @param epochs number of epochs between two reductions, at least 1
     * @param factor factor of each reduction, above 0
     * @return the schedule
     * @throws IllegalArgumentException if a number is out of range
     */
    static Schedule step(int epochs, double factor) {
        return new StepSchedule(epochs, factor);
    }

    /**
     * {@code factor^(number of milestones up to the epoch)}, PyTorch's {@code MultiStepLR}.
     *
     * @param factor factor of each reduction, above 0
     * @param milestones epochs, counted from 0, at whose start the rate is multiplied; in ascending order
     * @return the schedule
     * @throws IllegalArgumentException if a number is out of range
     */
    static Schedule multiStep(double factor, int... milestones) {
        return new MultiStepSchedule(factor, Arrays.stream(milestones).boxed().toList());
    }

    /** {@return the schedule {@link #cosineTo} 0} */
    static Schedule cosine() {
        return cosineTo(0);
    }

    /**
     * {@code last + (1 - last) (1 + cos(pi t / T)) / 2}, half a cosine wave over the run (Loshchilov and Hutter, 2017).
     * Equals PyTorch's {@code CosineAnnealingLR} with {@code T_max} = T, stepped after every step; with {@link
     * #byEpoch()} stepped after every epoch.
     *
     * @param last factor that would be reached after the last step, from 0 to 1
     * @return the schedule
     * @throws IllegalArgumentException if {@code last} is out of range
     */
    static Schedule cosineTo(double last) {
        return new CosineSchedule(last);
    }

    /**
     * {@code (1 + cos(pi u / U)) / 2}, where u is the number of epochs since the last restart and U the length of the
     * cycle: SGDR (Loshchilov and Hutter, 2017). Equals PyTorch's {@code CosineAnnealingWarmRestarts}, stepped by
     * fractions of epochs.
     *
     * @param epochs length of the first cycle in epochs, at least 1
     * @param growth factor of the length at each restart, at least 1
     * @return the schedule
     * @throws IllegalArgumentException if a number is out of range
     */
    static Schedule cosineWithRestarts(int epochs, int growth) {
        return new RestartingCosineSchedule(epochs, growth);
    }

    /**
     * One cycle (Smith and Topin, 2018) with the optimizer's rate as its maximum: {@link #oneCycle(double, double,
     * double)} with PyTorch's defaults 0.3, 25 and 10,000.
     *
     * @return the schedule
     */
    static Schedule oneCycle() {
        return oneCycle(0.3, 25, 1e4);
    }

    /**
     * Rises from {@code 1 / initialDivisor} to 1 in the first {@code rising T - 1} steps, then falls to {@code 1 /
     * (initialDivisor finalDivisor)} in the last, each as half a cosine wave. Equals PyTorch's {@code OneCycleLR} with
     * cosine annealing and {@code cycle_momentum=False}: momentum stays constant.
     *
     * @param rising share of the run in which the rate rises, above 0 and below 1
     * @param initialDivisor ratio of the largest rate to the first, at least 1
     * @param finalDivisor ratio of the first rate to the last, at least 1
     * @return the schedule
     * @throws IllegalArgumentException if a number is out of range
     */
    static Schedule oneCycle(double rising, double initialDivisor, double finalDivisor) {
        return new OneCycleSchedule(rising, initialDivisor, finalDivisor);
    }

    /**
     * Adds a warm-up from a hundredth of the rate; see {@link #warmUp(double, double)}.
     *
     * @param epochs length of the warm-up in epochs, at least 0; fractions are allowed
     * @return this schedule after a warm-up
     */
    default Schedule warmUp(double epochs) {
        return warmUp(epochs, 0.01);
    }

    /**
     * Adds a linear warm-up: {@code from + (1 - from) t / w} for the first w steps, then this schedule as if the run
     * started there. Equals PyTorch's {@code LinearLR} followed by this schedule in a {@code SequentialLR}. Milestones
     * count from the end of the warm-up. The number of steps w is rounded to the nearest integer, halves up; a run
     * reports it if the exact number isn't an integer.
     *
     * @param epochs length of the warm-up in epochs, at least 0; fractions are allowed
     * @param from factor in the first step, from 0 to 1
     * @return this schedule after a warm-up
     * @throws IllegalArgumentException if a number is out of range
     */
    default Schedule warmUp(double epochs, double from) {
        return new WarmUpSchedule(this, epochs, from);
    }

    /**
     * Counts epochs instead of steps: the factor is constant during an epoch, as if PyTorch's scheduler were stepped
     * once per epoch.
     *
     * @return the changed schedule
     */
    default Schedule byEpoch() {
        return new EpochwiseSchedule(this);
    }
}
