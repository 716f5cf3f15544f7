package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the stage that a stage reads. Without it, a stage reads the one before it in the source, and the first stage
 * reads the images, or, in a {@link Block}, what the block reads.
 *
 * <pre>
 *   &#64;Conv(channels = 64, kernel = 3, padding = 1) &#64;Relu void left();
 *   &#64;From(From.INPUT) &#64;Conv(channels = 64, kernel = 1) void right();
 *   &#64;Sum({"left", "right"}) &#64;Relu void sum();
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface From {
    /** The name of the images, or of what a {@link Block} reads. */
    String INPUT = "input";

    /** {@return the name of an earlier stage of the same interface, or {@link #INPUT}} */
    String value();
}
