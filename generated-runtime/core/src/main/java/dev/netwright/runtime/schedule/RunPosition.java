package dev.netwright.runtime.schedule;

/**
 * Where a run stands before a step.
 *
 * @param step number of steps before this one
 * @param stepsPerEpoch steps of each epoch, at least 1
 * @param totalSteps steps of the whole run as it was planned, at least 1; a run that early stopping ends may be planned for more than an int holds
 */
public record RunPosition(int step, int stepsPerEpoch, long totalSteps) {
    /** Refuses what no run has. */
    public RunPosition {
        if (step < 0 || stepsPerEpoch < 1 || totalSteps < 1) {
            throw new IllegalArgumentException("a run has steps from 0 on in epochs of at least 1 step, found step "
                    + step + " of " + totalSteps + " in epochs of " + stepsPerEpoch);
        }
    }

    /** Before a run's first step. */
    public static RunPosition begin(int stepsPerEpoch, int epochs) {
        return of(0, stepsPerEpoch, epochs);
    }

    /** Before a step of a run of so many epochs. */
    public static RunPosition of(int step, int stepsPerEpoch, int epochs) {
        return new RunPosition(step, stepsPerEpoch, (long) stepsPerEpoch * epochs);
    }

    /** Number of epochs before this step's. */
    public int epoch() {
        return step / stepsPerEpoch;
    }

    /** Epochs and parts of one before this step. */
    public double epochs() {
        return (double) step / stepsPerEpoch;
    }

    /** The same place in the run that begins so many steps later, at most as many as lie before it. */
    RunPosition after(long steps) {
        return new RunPosition((int) (step - steps), stepsPerEpoch, Math.max(1, totalSteps - steps));
    }

    /** This epoch's place in a run whose steps are epochs. */
    RunPosition inEpochs() {
        return new RunPosition(epoch(), 1, (totalSteps + stepsPerEpoch - 1) / stepsPerEpoch);
    }
}
