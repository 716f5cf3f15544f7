package dev.netwright.runtime.training;

/**
 * Running sums of one epoch.
 *
 * @param lossOverImages sum of each batch's mean loss times its number of images
 * @param lossOverBatches sum of each batch's mean loss
 * @param correct number of images classified correctly, each before the step that learns it
 * @param images number of images learned
 * @param batches number of batches learned
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
