package dev.netwright.runtime.schedule;

import java.util.Arrays;
import java.util.List;

/**
 * What a learning rate is multiplied with over a run, as a function of where the run stands alone. The formulas are those of PyTorch's
 * {@code torch.optim.lr_scheduler}; {@code t} counts steps, or epochs where it says so, from 0, and {@code T} is their number in the run.
 *
 * <pre>{@code
 * Optimizer.sgd(0.1).momentum(0.9).schedule(Schedule.cosine().warmUp(5))
 * }</pre>
 */
@FunctionalInterface
public interface Schedule {
    /** The factor for the step before which the run stands. */
    double factor(RunPosition position);

    /** As {@link LearningRate#notes}. */
    default List<String> notes(RunPosition begin) {
        return List.of();
    }

    /** Always 1. */
    static Schedule constant() {
        return new ConstantSchedule();
    }

    /**
     * {@code factor^floor(epoch / epochs)}: PyTorch's {@code StepLR}.
     *
     * @param epochs after which the rate is multiplied again, at least 1
     * @param factor above 0
     */
    static Schedule step(int epochs, double factor) {
        return new StepSchedule(epochs, factor);
    }

    /**
     * {@code factor^(number of milestones that are not after the epoch)}: PyTorch's {@code MultiStepLR}.
     *
     * @param factor above 0
     * @param milestones epochs, counted from 0, that begin with a smaller rate; ascending
     */
    static Schedule multiStep(double factor, int... milestones) {
        return new MultiStepSchedule(factor, Arrays.stream(milestones).boxed().toList());
    }

    /** {@link #cosineTo} 0. */
    static Schedule cosine() {
        return cosineTo(0);
    }

    /**
     * {@code last + (1 - last) (1 + cos(pi t / T)) / 2}, half a cosine over the run (Loshchilov and Hutter, 2017): PyTorch's
     * {@code CosineAnnealingLR} with {@code T_max} = T, stepped at every step; with {@link #byEpoch()} stepped at every epoch.
     *
     * @param last share of the rate that it would reach after the last step, from 0 to 1
     */
    static Schedule cosineTo(double last) {
        return new CosineSchedule(last);
    }

    /**
     * {@code (1 + cos(pi u / U)) / 2} with u epochs since the last restart of U: SGDR (Loshchilov and Hutter, 2017), PyTorch's
     * {@code CosineAnnealingWarmRestarts} stepped by fractions of epochs.
     *
     * @param epochs U before the first restart, at least 1
     * @param growth factor of U at each restart, at least 1
     */
    static Schedule cosineWithRestarts(int epochs, int growth) {
        return new RestartingCosineSchedule(epochs, growth);
    }

    /**
     * One cycle (Smith and Topin, 2018) with the optimizer's rate as its maximum: {@link #oneCycle(double, double, double)} with PyTorch's
     * numbers 0.3, 25 and 10,000.
     */
    static Schedule oneCycle() {
        return oneCycle(0.3, 25, 1e4);
    }

    /**
     * From {@code 1 / initialDivisor} up to 1 in the first {@code rising T - 1} steps, then down to
     * {@code 1 / (initialDivisor finalDivisor)} in the last, each half a cosine: PyTorch's {@code OneCycleLR} in its cosine form. Momentum
     * stays as it is, as with PyTorch's {@code cycle_momentum=False}.
     *
     * @param rising share of the run in which the rate rises, above 0 and below 1
     * @param initialDivisor of the largest rate, at least 1
     * @param finalDivisor of the first rate, at least 1
     */
    static Schedule oneCycle(double rising, double initialDivisor, double finalDivisor) {
        return new OneCycleSchedule(rising, initialDivisor, finalDivisor);
    }

    /** {@link #warmUp(double, double)} from a hundredth on. */
    default Schedule warmUp(double epochs) {
        return warmUp(epochs, 0.01);
    }

    /**
     * {@code from + (1 - from) t / w} for the first w steps, then this schedule as if the run began there: PyTorch's {@code LinearLR} and this
     * one in a {@code SequentialLR}. Milestones count from the end of the warm-up. PyTorch counts whole steps, and so does a run: w is the
     * nearest whole number, of two equally near ones the larger, and a run says so where that isn't the epochs' exact number of steps.
     *
     * @param epochs that it lasts, fractions included, at least 0
     * @param from share of the rate in the first step, from 0 to 1
     */
    default Schedule warmUp(double epochs, double from) {
        return new WarmUpSchedule(this, epochs, from);
    }

    /** This schedule with epochs for steps: the factor stays the same during an epoch, as where PyTorch's schedulers are stepped by epoch. */
    default Schedule byEpoch() {
        return new EpochwiseSchedule(this);
    }
}
