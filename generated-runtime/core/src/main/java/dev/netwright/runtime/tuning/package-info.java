/**
 * Searches for good options of a run by short runs of its own: so far the learning rate. It trains networks only
 * through their public API, and changes none of the caller's.
 */
@NullMarked
package dev.netwright.runtime.tuning;

import org.jspecify.annotations.NullMarked;
