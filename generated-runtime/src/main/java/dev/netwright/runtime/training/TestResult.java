package dev.netwright.runtime.training;

/**
 * What the test images came to.
 *
 * @param loss mean cross-entropy, without label smoothing and auxiliary heads
 * @param accuracy share of images classified rightly
 */
public record TestResult(double loss, double accuracy) {}
