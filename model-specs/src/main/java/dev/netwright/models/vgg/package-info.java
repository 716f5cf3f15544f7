/**
 * VGG: the paper's configurations A to E, and the tutorials' variants of A.
 * Only specs of {@code @Vgg} stand here.
 */
@NullMarked
package dev.netwright.models.vgg;

import org.jspecify.annotations.NullMarked;
