/**
 * Network in network in the forms that tutorials use.
 * Only specs of {@code @Nin} stand here.
 */
@NullMarked
package dev.netwright.models.nin;

import org.jspecify.annotations.NullMarked;
