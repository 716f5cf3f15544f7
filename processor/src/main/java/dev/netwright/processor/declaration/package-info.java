/**
 * What the user wrote: one record per family, each value with its place in the source, and the readers of annotation
 * mirrors. Only this package may read mirrors, and the only rule that it checks is the range of a single value. A value
 * that is out of range or can't be read is tainted from here on.
 */
@NullMarked
package dev.netwright.processor.declaration;

import org.jspecify.annotations.NullMarked;
