/**
 * Labelled pictures and their way into a network: sources, exact resizing, and batches made on a second thread. Nothing
 * here knows kernels, native memory or training; a batch is a float array in planar order.
 */
@NullMarked
package dev.netwright.runtime.data;

import org.jspecify.annotations.NullMarked;
