package dev.netwright.runtime.training;

/**
 * The exponential moving average of the weights after each step: {@code average = decay average + (1 - decay) weights}.
 *
 * @param decay at least 0 and below 1 as a float
 * @param warmUpEpochs epochs before the average begins, at least 0; until then it equals the weights
 */
public record WeightAveraging(double decay, int warmUpEpochs) {
    /**
     * Checks the ranges.
     *
     * @param decay at least 0 and below 1 as a float
     * @param warmUpEpochs epochs before the average begins, at least 0; until then it equals the weights
     * @throws IllegalArgumentException if a number is out of its range
     */
    public WeightAveraging {
        LearningOptions.SHARE.checked("averageWeights", decay);
        LearningOptions.EPOCHS_BEFORE.checked("averageWeights", warmUpEpochs);
    }

    /**
     * The share of the way to the new weights that the average moves in a step.
     *
     * @param step number of steps before this one
     * @param stepsPerEpoch steps in an epoch
     * @return 1, a copy, up to the first step after the warm-up, then {@code 1 - decay}
     */
    double share(int step, int stepsPerEpoch) {
        return step <= (long) warmUpEpochs * stepsPerEpoch ? 1 : 1 - decay;
    }
}
