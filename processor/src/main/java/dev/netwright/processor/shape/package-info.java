/**
 * What a graph's layers make of one image: shapes, parameters, multiply-adds and receptive fields.
 * The size formula is that of {@code dev.netwright.operation}; what is known of a shape behind a fault stands here alone. Nothing here reports,
 * or knows javac's types.
 */
@NullMarked
package dev.netwright.processor.shape;

import org.jspecify.annotations.NullMarked;
