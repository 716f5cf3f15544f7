package dev.netwright.runtime.training;

/**
 * A test image that the network classified incorrectly.
 *
 * @param image index of the image in the test images, from 0
 * @param label the image's class
 * @param answer the class that the network predicted
 * @param probability the network's probability of the predicted class
 */
public record Mistake(int image, int label, int answer, double probability) {}
