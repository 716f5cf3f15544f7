/**
 * ND4J's data sets, optimizers and evaluation for programs that use both: each becomes ours, or ours becomes ND4J's.
 * Nothing is computed here, and no kernel knows this package.
 */
@NullMarked
package dev.netwright.nd4j.adapter;

import org.jspecify.annotations.NullMarked;
