package dev.netwright.runtime.training;

/**
 * Running sums of one epoch.
 *
 * @param lossOverImages each batch's mean loss times its images
 * @param lossOverBatches each batch's mean loss
 * @param correct images classified rightly before the step that learned them
 * @param images learned
 * @param batches learned
 */
record EpochSums(double lossOverImages, double lossOverBatches, int correct, int images, int batches) {
    static final EpochSums NONE = new EpochSums(0, 0, 0, 0, 0);

    EpochSums plus(double meanLoss, int newCorrect, int newImages) {
        return new EpochSums(
                lossOverImages + meanLoss * newImages,
                lossOverBatches + meanLoss,
                correct + newCorrect,
                images + newImages,
                batches + 1);
    }

    double loss(LossAveraging averaging) {
        return averaging == LossAveraging.IMAGES ? lossOverImages / images : lossOverBatches / batches;
    }

    double accuracy() {
        return (double) correct / images;
    }
}
