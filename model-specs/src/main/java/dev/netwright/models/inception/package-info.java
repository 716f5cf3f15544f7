/**
 * GoogLeNet in the forms that tutorials use, with and without batch norm and auxiliary classifiers.
 * Only specs of {@code @Inception} stand here.
 */
@NullMarked
package dev.netwright.models.inception;

import org.jspecify.annotations.NullMarked;
