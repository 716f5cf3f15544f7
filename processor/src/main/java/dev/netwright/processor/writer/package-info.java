/**
 * How a plan looks as Java: pure functions from a plan to the text of one class.
 * Nothing is decided here; above each emit method stands the code that it writes.
 */
@NullMarked
package dev.netwright.processor.writer;

import org.jspecify.annotations.NullMarked;
