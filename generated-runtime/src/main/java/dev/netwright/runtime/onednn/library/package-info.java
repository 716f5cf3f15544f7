/**
 * oneDNN's own side: the loaded library, its memory layouts, attributes and requests for primitives.
 * Nothing here knows a program, an operation or where a tensor lies.
 */
@NullMarked
package dev.netwright.runtime.onednn.library;

import org.jspecify.annotations.NullMarked;
