/**
 * oneDNN's own side: the loaded library and what it can do on this CPU, its layouts, attributes and requests for primitives.
 * Nothing here knows a program, an operation or where a tensor lies.
 */
@NullMarked
package dev.netwright.onednn.library;

import org.jspecify.annotations.NullMarked;
