/**
 * Converts data sets, optimizers and evaluations between ND4J and Netwright, for programs that use both. Nothing is
 * computed here, and no kernel may depend on this package.
 */
@NullMarked
package dev.netwright.nd4j.adapter;

import org.jspecify.annotations.NullMarked;
