/**
 * The memory of oneDNN's kernels on a reference machine, computed from shapes: {@link OneDnnReference}. The library
 * itself isn't called, so that the processor can report memory while it compiles. The classes here state, as of oneDNN
 * 2.5.2, which layouts the library has code for and how much scratch memory that code needs; a test compares each
 * figure with the library's.
 */
@NullMarked
package dev.netwright.plan.onednn;

import org.jspecify.annotations.NullMarked;
