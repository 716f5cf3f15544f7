package dev.netwright.plan;

import dev.netwright.operation.Value;

/**
 * The position of a value among the channels of a larger one.
 *
 * @param whole the larger value, which has memory of its own
 * @param firstChannel the number of the larger value's channels before this value
 */
public record Slice(Value whole, int firstChannel) {}
