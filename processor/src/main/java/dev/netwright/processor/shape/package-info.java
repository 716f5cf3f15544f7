/**
 * What a graph's layers make of one image: shapes, parameters, multiply-adds and receptive fields.
 * What a form says of its output is combined here with what is known behind faults, and each fault is a misfit. Nothing here reports,
 * or knows javac's types.
 */
@NullMarked
package dev.netwright.processor.shape;

import org.jspecify.annotations.NullMarked;
