package dev.netwright.runtime.training;

/**
 * Where the run stands.
 *
 * @param epoch from 1
 * @param epochs how many
 * @param batch from 1
 * @param batches in an epoch
 * @param step from 1, over all epochs
 * @param loss of the epoch so far, averaged as the run says
 * @param batchLoss of this batch, before the step that learned it
 * @param accuracy of the epoch so far, each image evaluated before the step that learned it
 * @param learningRate of this step
 * @param images learned since the run began or was resumed
 * @param seconds of training steps since then, without loading and evaluation
 * @param waitedSeconds of waiting for batches that weren't ready, since then
 */
public record StepEnd(
        int epoch,
        int epochs,
        int batch,
        int batches,
        int step,
        double loss,
        double batchLoss,
        double accuracy,
        double learningRate,
        long images,
        double seconds,
        double waitedSeconds) {}
