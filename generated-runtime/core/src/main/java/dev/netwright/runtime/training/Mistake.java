package dev.netwright.runtime.training;

/**
 * A test image that the network took for another class.
 *
 * @param image its number in the test images
 * @param label its class
 * @param answer the class that the network took it for
 * @param probability of the answer, as the network sees it
 */
public record Mistake(int image, int label, int answer, double probability) {}
