package dev.netwright.processor.plan;

/**
 * One loss of a training program.
 *
 * @param name field name in the generated class
 * @param output id of the value that it judges
 * @param weight of the term in the sum of all, 1 but for auxiliary heads
 */
public record LossTerm(String name, String output, double weight) {}
