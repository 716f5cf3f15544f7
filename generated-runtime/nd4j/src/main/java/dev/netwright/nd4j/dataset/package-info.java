/**
 * ND4J's data sets as ours. Arrays of ND4J are read here and turned into Java's; nothing is computed with them.
 */
@NullMarked
package dev.netwright.nd4j.dataset;

import org.jspecify.annotations.NullMarked;
