/**
 * MobileNetV2.
 * Only specs of {@code @MobileNetV2} stand here.
 */
@NullMarked
package dev.netwright.models.mobilenet;

import org.jspecify.annotations.NullMarked;
