package dev.netwright.runtime.training;

/**
 * What the test images came to.
 *
 * @param loss mean cross-entropy, without label smoothing and auxiliary heads
 * @param accuracy share of images classified rightly
 * @param notFinite images of which an output was NaN or infinite; if there are any, loss and accuracy are NaN, for such a network's answers
 *     aren't answers
 */
public record TestResult(double loss, double accuracy, int notFinite) {
    /** Of outputs that are finite. */
    public TestResult(double loss, double accuracy) {
        this(loss, accuracy, 0);
    }
}
