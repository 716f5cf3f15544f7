/**
 * What the system says of itself: graphics processors, which native libraries lie on the class path, how many threads and how much memory
 * this process may use. It depends on nothing, so that kernel sets can ask it before they take memory.
 * Nothing here loads a native library or decides what to compute with.
 */
@NullMarked
package dev.netwright.runtime.machine;

import org.jspecify.annotations.NullMarked;
