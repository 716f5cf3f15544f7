/**
 * ShuffleNet V2 in four widths.
 * Only specs of {@code @ShuffleNetV2} stand here.
 */
@NullMarked
package dev.netwright.models.shufflenet;

import org.jspecify.annotations.NullMarked;
