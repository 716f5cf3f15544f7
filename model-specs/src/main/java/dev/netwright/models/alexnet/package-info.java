/**
 * AlexNet in the forms that tutorials use.
 * Only specs of {@code @AlexNet} stand here.
 */
@NullMarked
package dev.netwright.models.alexnet;

import org.jspecify.annotations.NullMarked;
