/**
 * Pure functions from a plan to the Java text of one class. Nothing is decided here; each method that emits code has an
 * example of that code in its Javadoc.
 */
@NullMarked
package dev.netwright.processor.writer;

import org.jspecify.annotations.NullMarked;
