/**
 * The rules for valid specs beyond the range of single values: one class per rule, each a pure function that returns a
 * report. No rule prints, throws, or changes its input.
 */
@NullMarked
package dev.netwright.processor.check;

import org.jspecify.annotations.NullMarked;
