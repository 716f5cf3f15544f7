package dev.netwright.runtime.training;

/** Running sums of one epoch. */
final class EpochMetrics {
    private final LossAveraging averaging;
    private double lossOverImages;
    private double lossOverBatches;
    private int correct;
    private int images;
    private int batches;

    EpochMetrics(LossAveraging averaging) {
        this.averaging = averaging;
    }

    void add(double meanLoss, int newCorrect, int newImages) {
        lossOverImages += meanLoss * newImages;
        lossOverBatches += meanLoss;
        correct += newCorrect;
        images += newImages;
        batches++;
    }

    double loss() {
        return averaging == LossAveraging.IMAGES ? lossOverImages / images : lossOverBatches / batches;
    }

    double accuracy() {
        return (double) correct / images;
    }
}
