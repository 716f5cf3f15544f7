/**
 * MobileNetV2 and MobileNetV3.
 * Only specs of {@code @MobileNetV2} and {@code @MobileNetV3} stand here, and of {@code @Network} where a table has other strides.
 */
@NullMarked
package dev.netwright.models.mobilenet;

import org.jspecify.annotations.NullMarked;
