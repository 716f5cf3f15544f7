package dev.netwright.runtime.checkpoint;

/**
 * One tensor to be written.
 *
 * @param tensor its name and shape
 * @param values asked exactly once, when the tensor's turn comes
 */
public record TensorEntry(NamedShape tensor, TensorSource values) {}
