/**
 * Sources of pictures: folders, CSV lists, IDX files, arrays, and a published dataset. Each source validates what it
 * reads and returns a type of {@code data}; sampling, batching and augmentation aren't known here.
 */
@NullMarked
package dev.netwright.runtime.source;

import org.jspecify.annotations.NullMarked;
