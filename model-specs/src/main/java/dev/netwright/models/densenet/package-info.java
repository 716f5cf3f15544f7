/**
 * DenseNet: the paper's smallest network for ImageNet, and the tutorials' smaller one.
 * Only specs of {@code @DenseNet} stand here.
 */
@NullMarked
package dev.netwright.models.densenet;

import org.jspecify.annotations.NullMarked;
