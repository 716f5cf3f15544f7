/**
 * ConvNeXt in three sizes.
 * Only specs of {@code @ConvNeXt} stand here.
 */
@NullMarked
package dev.netwright.models.convnext;

import org.jspecify.annotations.NullMarked;
