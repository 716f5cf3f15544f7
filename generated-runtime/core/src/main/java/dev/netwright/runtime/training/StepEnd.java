package dev.netwright.runtime.training;

/**
 * Results of a training step.
 *
 * @param epoch number of the epoch, from 1
 * @param epochs number of epochs of the run
 * @param batch number of the batch in its epoch, from 1
 * @param batches number of batches in an epoch
 * @param step number of the step in the run, from 1
 * @param loss mean loss of the epoch so far, averaged as {@link Training#lossAveraging} says
 * @param batchLoss mean loss of this batch before the update
 * @param accuracy training accuracy of the epoch so far; each image is evaluated before the step that learns it; NaN for
 *     numbers
 * @param learningRate learning rate of this step
 * @param images number of images learned since the run started or resumed
 * @param seconds time of training steps since the run started or resumed, without loading and evaluation
 * @param waitedSeconds time spent waiting for batches since the run started or resumed
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
