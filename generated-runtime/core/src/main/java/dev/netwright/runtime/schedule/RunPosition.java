package dev.netwright.runtime.schedule;

/**
 * Position of a run before a step.
 *
 * @param step number of steps before this one
 * @param stepsPerEpoch steps in each epoch, at least 1
 * @param totalSteps planned steps of the whole run, at least 1; with early stopping the plan may exceed an int
 */
public record RunPosition(int step, int stepsPerEpoch, long totalSteps) {
    /**
     * Checks the ranges.
     *
     * @param step number of steps before this one
     * @param stepsPerEpoch steps in each epoch, at least 1
     * @param totalSteps planned steps of the whole run, at least 1; with early stopping the plan may exceed an int
     * @throws IllegalArgumentException if a number is out of range
     */
    public RunPosition {
        if (step < 0 || stepsPerEpoch < 1 || totalSteps < 1) {
            throw new IllegalArgumentException(
                    "a run must have steps from 0 on in epochs of at least 1 step, found step " + step + " of "
                            + totalSteps + " in epochs of " + stepsPerEpoch);
        }
    }

    /**
     * The position before a run's first step.
     *
     * @param stepsPerEpoch steps in each epoch, at least 1
     * @param epochs planned epochs of the run, at least 1
     * @return the position
     */
    public static RunPosition begin(int stepsPerEpoch, int epochs) {
        return of(0, stepsPerEpoch, epochs);
    }

    /**
     * The position before a step.
     *
     * @param step number of steps before this one
     * @param stepsPerEpoch steps in each epoch, at least 1
     * @param epochs planned epochs of the run, at least 1
     * @return the position
     */
    public static RunPosition of(int step, int stepsPerEpoch, int epochs) {
        return new RunPosition(step, stepsPerEpoch, (long) stepsPerEpoch * epochs);
    }

    /** {@return the number of complete epochs before this step} */
    public int epoch() {
        return step / stepsPerEpoch;
    }

    /** {@return the number of epochs before this step, as a fraction} */
    public double epochs() {
        return (double) step / stepsPerEpoch;
    }

    /** The position relative to a run that starts this many steps later; at least 0. */
    RunPosition after(long steps) {
        return new RunPosition((int) (step - steps), stepsPerEpoch, Math.max(1, totalSteps - steps));
    }

    /** The position in a run in which each step is an epoch. */
    RunPosition inEpochs() {
        return new RunPosition(epoch(), 1, (totalSteps + stepsPerEpoch - 1) / stepsPerEpoch);
    }
}
