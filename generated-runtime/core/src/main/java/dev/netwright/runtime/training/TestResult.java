package dev.netwright.runtime.training;

/**
 * Loss and accuracy on the test images.
 *
 * @param loss mean cross-entropy, without label smoothing and auxiliary heads; NaN if {@code notFinite} isn't 0
 * @param accuracy share of images classified correctly, from 0 to 1; NaN if {@code notFinite} isn't 0
 * @param notFinite number of images with an output that is NaN or infinite
 */
public record TestResult(double loss, double accuracy, int notFinite) {
    /**
     * Results of a network whose outputs are all finite.
     *
     * @param loss mean cross-entropy
     * @param accuracy share of images classified correctly, from 0 to 1
     */
    public TestResult(double loss, double accuracy) {
        this(loss, accuracy, 0);
    }
}
