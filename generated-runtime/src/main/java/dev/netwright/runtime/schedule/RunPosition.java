package dev.netwright.runtime.schedule;

/**
 * Where a run stands before a step.
 *
 * @param step number of steps before this one
 * @param stepsPerEpoch steps of each epoch, at least 1
 * @param totalSteps steps of the whole run as it was planned, at least 1
 */
public record RunPosition(int step, int stepsPerEpoch, int totalSteps) {
    /** Refuses what no run has. */
    public RunPosition {
        if (step < 0 || stepsPerEpoch < 1 || totalSteps < 1) {
            throw new IllegalArgumentException("a run has steps from 0 on in epochs of at least 1 step, found step "
                    + step + " of " + totalSteps + " in epochs of " + stepsPerEpoch);
        }
    }

    /** Number of epochs before this step's. */
    public int epoch() {
        return step / stepsPerEpoch;
    }

    /** Epochs and parts of one before this step. */
    public double epochs() {
        return (double) step / stepsPerEpoch;
    }

    /** The same place in the run that begins so many steps later. */
    RunPosition after(int steps) {
        return new RunPosition(step - steps, stepsPerEpoch, Math.max(1, totalSteps - steps));
    }

    /** This epoch's place in a run whose steps are epochs. */
    RunPosition inEpochs() {
        return new RunPosition(epoch(), 1, (totalSteps + stepsPerEpoch - 1) / stepsPerEpoch);
    }
}
