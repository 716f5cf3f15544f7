/**
 * The page to open after compiling: diagram, layers, memory over time, spec and usage of one network. It is a pure
 * function of the plan and the spec's text; nothing here computes shapes, plans anything or knows the compiler.
 */
@NullMarked
package dev.netwright.processor.card;

import org.jspecify.annotations.NullMarked;
