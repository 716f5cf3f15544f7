/**
 * The process's own native memory, through JavaCPP: allocations that fail with a message, and copies of arrays.
 * Engines decide on content and layout, and no engine's type may appear here.
 */
@NullMarked
package dev.netwright.runtime.engine.memory;

import org.jspecify.annotations.NullMarked;
