/**
 * The counter-based random numbers from which initial weights, dropout masks and shuffles are drawn, the same on every
 * machine, kernel set and thread count. Nothing here keeps state between two calls or knows what its numbers are for.
 */
@NullMarked
package dev.netwright.runtime.random;

import org.jspecify.annotations.NullMarked;
