/**
 * ND4J's data sets as ours. Arrays of ND4J are read here and turned into Java's; nothing is computed with them.
 */
@NullMarked
package dev.netwright.runtime.source.nd4j;

import org.jspecify.annotations.NullMarked;
