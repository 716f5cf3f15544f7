/**
 * Pictures that occur twice, exactly or nearly: hashes of pictures, and the search for equal or close ones. Where pictures
 * come from and what a network makes of them isn't known here.
 */
@NullMarked
package dev.netwright.runtime.duplicate;

import org.jspecify.annotations.NullMarked;
