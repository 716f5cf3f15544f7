/**
 * Labelled pictures as networks take them: what a data set is, views of one, and batches made on a second thread. Nothing
 * here knows where pictures come from, kernels, native memory or training; a batch is a float array in planar order.
 */
@NullMarked
package dev.netwright.runtime.data;

import org.jspecify.annotations.NullMarked;
