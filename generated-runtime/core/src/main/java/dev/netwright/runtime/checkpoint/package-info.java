/**
 * Weights on disk: the safetensors format, and the metadata by which a network knows its own file.
 * No ND4J type, no kernel and no training loop may enter here: values pass through as {@code float[]} in the logical
 * layout.
 */
@NullMarked
package dev.netwright.runtime.checkpoint;

import org.jspecify.annotations.NullMarked;
