package dev.netwright.runtime.training;

/**
 * Where the run stands.
 *
 * @param epoch from 1
 * @param epochs how many
 * @param batch from 1
 * @param batches in an epoch
 * @param loss of the epoch so far, averaged as the run says
 * @param accuracy of the epoch so far, each image judged before the step that learned it
 * @param images learned since the run began
 * @param seconds of training steps since the run began, without loading and evaluation
 */
public record StepEnd(
        int epoch, int epochs, int batch, int batches, double loss, double accuracy, long images, double seconds) {}
