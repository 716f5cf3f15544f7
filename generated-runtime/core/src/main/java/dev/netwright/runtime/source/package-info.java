/**
 * Where pictures come from: folders, lists in CSV files, IDX files, arrays, and a data set that is known by name. Each source
 * checks what it reads and hands on what {@code data} defines; how samples are drawn, batched or augmented is not its business.
 */
@NullMarked
package dev.netwright.runtime.source;

import org.jspecify.annotations.NullMarked;
