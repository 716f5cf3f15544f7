package dev.netwright.runtime.prediction;

/**
 * One class for one picture.
 *
 * @param label the class's name
 * @param index its number
 * @param probability from 0 to 1; those of all classes sum to 1
 */
public record Prediction(String label, int index, double probability) {}
