/**
 * What a network consists of, for everyone who lists or draws it: blocks, layers, their shapes and counts.
 * Nothing here computes or knows a kernel; these facts are the compiler's, read once from the generated class.
 */
@NullMarked
package dev.netwright.runtime.structure;

import org.jspecify.annotations.NullMarked;
