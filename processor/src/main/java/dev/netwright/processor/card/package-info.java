/**
 * The page that a person opens after compiling: diagram, layers, memory over time, spec and usage of one network.
 * A pure function of the plan and the spec's text; it computes no shapes and plans nothing, and knows no compiler.
 */
@NullMarked
package dev.netwright.processor.card;

import org.jspecify.annotations.NullMarked;
