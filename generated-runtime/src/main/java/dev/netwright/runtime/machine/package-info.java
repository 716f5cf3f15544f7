/**
 * What the system says of itself: graphics processors, and which native libraries lie on the class path.
 * Nothing here loads a native library or decides what to compute with.
 */
@NullMarked
package dev.netwright.runtime.machine;

import org.jspecify.annotations.NullMarked;
