package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage's fully connected layer. It reads an image as the vector of its channels, rows and columns.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Linear {
    /** Number of units, at least 1. */
    int units();

    /** Whether each unit has a number that is added to it. */
    boolean bias() default true;
}
