/**
 * The plan of a program's memory: which values live when, and where in one arena they lie.
 * It knows operations and sizes; no kernel set, no native memory and nothing of javac may appear here.
 */
@NullMarked
package dev.netwright.plan;

import org.jspecify.annotations.NullMarked;
