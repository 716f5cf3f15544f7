package dev.netwright.runtime.prediction;

/**
 * A class with its probability for a picture.
 *
 * @param label name of the class
 * @param index number of the class, from 0
 * @param probability probability from 0 to 1; over all classes they sum to 1
 */
public record Prediction(String label, int index, double probability) {}
