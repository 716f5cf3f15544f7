/**
 * Random changes of the pictures that a network learns from, and what evaluation does in their place. Nothing here knows
 * where pictures come from or who reads them; the numbers come from {@code random}, the pixels from {@code picture}.
 */
@NullMarked
package dev.netwright.runtime.augmentation;

import org.jspecify.annotations.NullMarked;
