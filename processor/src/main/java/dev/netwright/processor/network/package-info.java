/**
 * The graph of a network's layers, and one expander per family that builds it; later stages don't know families.
 * Nothing here knows javac, the generated text, or sizes beyond the layers' own numbers.
 */
@NullMarked
package dev.netwright.processor.network;

import org.jspecify.annotations.NullMarked;
