/**
 * What a spec means: a graph of the layers' forms, and one expander per family, where the family ends.
 * Nothing here knows sizes beyond the layers' own numbers, javac, or the text that will be written.
 */
@NullMarked
package dev.netwright.processor.network;

import org.jspecify.annotations.NullMarked;
