/**
 * Advice on valid specs: one class per lint, each a pure function of a planned network, and the options that switch
 * them on and off. No lint prints, throws, or prevents a class from being written; the rules for valid specs are in
 * {@code check}.
 */
@NullMarked
package dev.netwright.processor.lint;

import org.jspecify.annotations.NullMarked;
