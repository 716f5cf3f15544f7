/**
 * The kernels that run on any ND4J backend: the CUDA path, and the reference beside any other kernel set.
 * Every call of an ND4J operation is here and nowhere else; no network and no training loop is known here.
 */
@NullMarked
package dev.netwright.nd4j;

import org.jspecify.annotations.NullMarked;
