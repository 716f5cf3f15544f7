/**
 * Advice on valid specs: one class per lint, each a pure function of a planned network, and the options that switch them.
 * No lint prints, throws, or keeps a class from being written; what must hold is checked in {@code check}.
 */
@NullMarked
package dev.netwright.processor.lint;

import org.jspecify.annotations.NullMarked;
