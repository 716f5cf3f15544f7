package dev.netwright.runtime.training;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * Loss and accuracy on the test images.
 *
 * @param loss mean of the network's loss, without label smoothing, weights and auxiliary heads; NaN if {@code notFinite} isn't 0
 * @param accuracy share of images classified correctly, or with all of their labels right and no other, from 0 to 1; NaN for numbers and pixels, and if
 *     {@code notFinite} isn't 0
 * @param notFinite number of images with an output that is NaN or infinite
 * @param scores of several labels, numbers or pixels, by metric; none for classes, and if {@code notFinite} isn't 0
 */
public record TestResult(double loss, double accuracy, int notFinite, Map<Metric, Double> scores) {
    /**
     * Copies the scores.
     *
     * @param loss mean loss
     * @param accuracy share of images whose target was met, from 0 to 1
     * @param notFinite number of images with an output that is NaN or infinite
     * @param scores of several labels or numbers
     */
    public TestResult {
        scores = Map.copyOf(scores);
    }

    /**
     * Results of classes.
     *
     * @param loss mean of the network's loss
     * @param accuracy share of images classified correctly, from 0 to 1
     * @param notFinite number of images with an output that is NaN or infinite
     */
    public TestResult(double loss, double accuracy, int notFinite) {
        this(loss, accuracy, notFinite, Map.of());
    }

    /**
     * A score.
     *
     * @param metric one of several labels or numbers
     * @return empty if the network has no such score, or an output isn't finite
     */
    public OptionalDouble score(Metric metric) {
        Double score = scores.get(metric);
        return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
    }

    /**
     * Results of a network whose outputs are all finite.
     *
     * @param loss mean of the network's loss
     * @param accuracy share of images classified correctly, from 0 to 1
     */
    public TestResult(double loss, double accuracy) {
        this(loss, accuracy, 0);
    }
}
