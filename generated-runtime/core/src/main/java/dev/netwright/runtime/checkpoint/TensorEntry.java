package dev.netwright.runtime.checkpoint;

/**
 * A tensor to write.
 *
 * @param tensor name and shape
 * @param values provides the values; called exactly once
 */
public record TensorEntry(NamedShape tensor, TensorSource values) {}
