/**
 * Which way an operation is computed: a committed table of costs for each instruction set and shape, never a timing.
 * Nothing here makes a primitive's arguments or knows memory.
 */
@NullMarked
package dev.netwright.runtime.onednn.choice;

import org.jspecify.annotations.NullMarked;
