/**
 * Shapes, parameters, multiply-adds and receptive fields of a graph's layers for one image, with bounds after faults;
 * each fault is a misfit. Nothing here reports findings or knows javac's types.
 */
@NullMarked
package dev.netwright.processor.shape;

import org.jspecify.annotations.NullMarked;
