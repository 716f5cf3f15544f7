/**
 * The kernels that run on any ND4J backend: the CUDA path, and the reference beside any other kernel set.
 * It asks {@code machine} how much memory and how many threads there are, because ND4J looks at neither before it uses them.
 * Every call of an ND4J operation stands here and nowhere else; no network and no training loop is known here.
 */
@NullMarked
package dev.netwright.nd4j;

import org.jspecify.annotations.NullMarked;
