/**
 * SqueezeNet: versions 1.0 and 1.1.
 * Only specs of {@code @SqueezeNet} stand here.
 */
@NullMarked
package dev.netwright.models.squeezenet;

import org.jspecify.annotations.NullMarked;
