/**
 * MnasNet: its network B1 in two widths.
 * Only specs of {@code @Mnasnet} stand here.
 */
@NullMarked
package dev.netwright.models.mnasnet;

import org.jspecify.annotations.NullMarked;
