/**
 * Winograd's minimal filtering for CPUs on which the library has none: transforms of tiles in Java around the library's products,
 * and the threads that share the tiles. Nothing here decides when it is worth it, or knows a program or a parameter.
 */
@NullMarked
package dev.netwright.onednn.winograd;

import org.jspecify.annotations.NullMarked;
