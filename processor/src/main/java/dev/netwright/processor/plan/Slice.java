package dev.netwright.processor.plan;

/**
 * The place of a value among the channels of a larger one.
 *
 * @param whole id of the larger value, which has a buffer of its own
 * @param firstChannel number of its channels before the value
 */
public record Slice(String whole, int firstChannel) {}
