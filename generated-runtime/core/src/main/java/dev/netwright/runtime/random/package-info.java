/**
 * Counter-based random numbers for initial weights, dropout masks and shuffles, the same on every machine, kernel set
 * and thread count. Nothing here keeps state between calls or knows what its numbers are for.
 */
@NullMarked
package dev.netwright.runtime.random;

import org.jspecify.annotations.NullMarked;
