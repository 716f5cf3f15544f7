/**
 * The kernels for any ND4J backend: the CUDA path, and the reference for other kernel sets. All calls of ND4J's
 * operations are here, and nothing here knows networks or the training loop.
 */
@NullMarked
package dev.netwright.nd4j;

import org.jspecify.annotations.NullMarked;
