/**
 * The memory that oneDNN's kernels take on a named machine, worked out from shapes alone: {@link OneDnnReference}. The library isn't asked,
 * so that the processor can say it while it compiles. Which code the library has for which layouts, and what room that code wants
 * beside its arguments, is stated here as it is in version 2.5.2; a test compares each figure with the library's.
 */
@NullMarked
package dev.netwright.plan.onednn;

import org.jspecify.annotations.NullMarked;
