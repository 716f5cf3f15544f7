/**
 * EfficientNet.
 * Only specs of {@code @EfficientNet} stand here.
 */
@NullMarked
package dev.netwright.models.efficientnet;

import org.jspecify.annotations.NullMarked;
