package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage's pool that keeps the largest value of each window. A number for rows and columns together, or one for each, rows
 * first: {@code kernel = 2}, or {@code kernel = {2, 3}}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface MaxPool {
    /** Size of the window, each number at least 1. */
    int[] kernel() default 2;

    /** Step between windows, each number at least 1; by default the window's size. */
    int[] stride() default {};

    /** Places added on each side, each number at least 0 and at most half the kernel's; none is ever the largest. */
    int[] padding() default 0;

    /** Whether sizes are rounded up instead of down: then a last window may reach past the padded image. */
    boolean ceil() default false;
}
