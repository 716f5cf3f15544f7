/**
 * The plan of a program's memory: when each value is needed, and where it lies in one arena. It depends on operations
 * and sizes; kernel sets, native memory and javac may not appear here.
 */
@NullMarked
package dev.netwright.plan;

import org.jspecify.annotations.NullMarked;
