/**
 * LeNet-5 in the forms that tutorials use.
 * Only specs of {@code @LeNet} stand here.
 */
@NullMarked
package dev.netwright.models.lenet;

import org.jspecify.annotations.NullMarked;
