/**
 * What a network consists of, for everyone who lists or draws it: blocks, layers, their shapes and counts.
 * Nothing here computes or knows a kernel; the facts follow from the layers that the generated class lists.
 */
@NullMarked
package dev.netwright.runtime.summary;

import org.jspecify.annotations.NullMarked;
