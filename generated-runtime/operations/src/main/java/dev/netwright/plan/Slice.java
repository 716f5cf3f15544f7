package dev.netwright.plan;

import dev.netwright.operation.Value;

/**
 * The place of a value among the channels of a larger one.
 *
 * @param whole the larger value, which has memory of its own
 * @param firstChannel number of its channels before the value
 */
public record Slice(Value whole, int firstChannel) {}
