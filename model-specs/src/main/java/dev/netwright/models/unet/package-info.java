/**
 * U-Net, for a class of each pixel.
 * Only specs of {@code @Network} in U-Net's form stand here.
 */
@NullMarked
package dev.netwright.models.unet;

import org.jspecify.annotations.NullMarked;
