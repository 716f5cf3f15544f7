/**
 * Labelled pictures as networks read them: datasets, views of them, and batches that background threads load. Nothing
 * here knows sources of pictures, kernels, native memory or training; a batch is a float array in planar order.
 */
@NullMarked
package dev.netwright.runtime.data;

import org.jspecify.annotations.NullMarked;
