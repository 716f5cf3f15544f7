/**
 * What the user wrote: one record per family, each value with its place in the source, and the readers of annotation
 * mirrors. Only this package may read mirrors, and it decides nothing but whether a single value is in its range. A value that
 * is not, or can't be read, is tainted from here on.
 */
@NullMarked
package dev.netwright.processor.declaration;

import org.jspecify.annotations.NullMarked;
