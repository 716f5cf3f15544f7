/**
 * What a graph's layers make of one image: shapes, parameters, multiply-adds and receptive fields.
 * This is the only home of the size formula, and of what is known of a shape behind a fault; it reports nothing and knows no javac types.
 */
@NullMarked
package dev.netwright.processor.shape;

import org.jspecify.annotations.NullMarked;
