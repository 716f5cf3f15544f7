/**
 * Winograd's minimal filtering where the library has none: on AVX2, and for 5x5 kernels on AVX-512: transforms of tiles in Java around the library's products,
 * and the threads that share the tiles. Nothing here decides when it is worth it, or knows a program or a parameter.
 */
@NullMarked
package dev.netwright.onednn.winograd;

import org.jspecify.annotations.NullMarked;
