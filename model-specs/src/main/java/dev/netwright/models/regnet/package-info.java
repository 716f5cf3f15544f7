/**
 * RegNetX and RegNetY in two sizes each.
 * Only specs of {@code @RegNet} stand here.
 */
@NullMarked
package dev.netwright.models.regnet;

import org.jspecify.annotations.NullMarked;
