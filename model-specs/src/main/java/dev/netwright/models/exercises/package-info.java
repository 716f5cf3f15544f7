/**
 * Small networks written layer by layer: tutorials' exercises on windows, and one convolutional network to start from.
 * Only specs of {@code @Network} stand here.
 */
@NullMarked
package dev.netwright.models.exercises;

import org.jspecify.annotations.NullMarked;
