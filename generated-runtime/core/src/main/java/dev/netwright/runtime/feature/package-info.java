/**
 * What a network makes of pictures up to one of its stages, for search and clustering: values of each picture, in memory
 * or in a file. How they are computed isn't known here.
 */
@NullMarked
package dev.netwright.runtime.feature;

import org.jspecify.annotations.NullMarked;
