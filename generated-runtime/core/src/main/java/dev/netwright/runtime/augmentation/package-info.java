/**
 * Random changes of training pictures, and the deterministic steps that evaluation uses instead. Nothing here knows the
 * source of pictures or their reader; random numbers come from {@code random}, pixels from {@code picture}.
 */
@NullMarked
package dev.netwright.runtime.augmentation;

import org.jspecify.annotations.NullMarked;
