/**
 * A network's blocks and layers with their shapes and counts, for reports and drawings. Nothing here computes or knows
 * a kernel; the facts follow from the layers of the generated class.
 */
@NullMarked
package dev.netwright.runtime.summary;

import org.jspecify.annotations.NullMarked;
