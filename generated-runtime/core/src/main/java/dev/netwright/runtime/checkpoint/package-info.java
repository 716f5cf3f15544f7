/**
 * Weights on disk: the safetensors format, and the metadata by which a network recognizes its own file. ND4J types,
 * kernels and the training loop must not enter here; values are {@code float[]} in the logical layout.
 */
@NullMarked
package dev.netwright.runtime.checkpoint;

import org.jspecify.annotations.NullMarked;
