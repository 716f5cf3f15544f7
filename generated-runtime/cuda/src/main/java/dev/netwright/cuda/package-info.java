/**
 * The engine for NVIDIA GPUs: it starts ND4J's CUDA backend, or names every reason why that can't work.
 * Kernels are those of {@code dev.netwright.nd4j}; nothing here computes.
 */
@NullMarked
package dev.netwright.cuda;

import org.jspecify.annotations.NullMarked;
