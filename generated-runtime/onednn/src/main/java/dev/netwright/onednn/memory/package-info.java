/**
 * Where tensors lie: native bytes, places in an arena or of their own, and a tensor as a layout at a place.
 * Nothing here runs a primitive or knows a kernel.
 */
@NullMarked
package dev.netwright.onednn.memory;

import org.jspecify.annotations.NullMarked;
