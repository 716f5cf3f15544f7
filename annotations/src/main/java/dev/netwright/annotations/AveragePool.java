package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage's average pool. Give one number for rows and columns together, or one for each with rows first:
 * {@code kernel = 2}, or {@code kernel = {2, 3}}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AveragePool {
    /** {@return the size of the window in pixels, each number at least 1} */
    int[] kernel() default 2;

    /** {@return the step between windows in pixels, each number at least 1; the window's size by default} */
    int[] stride() default {};

    /** {@return the zeros added on each side, each number from 0 to half the kernel; they count in the mean
     *     unless {@link #countPadding} is false} */
    int[] padding() default 0;

    /**
     * {@return whether output sizes are rounded up instead of down; a last window may then reach past the padded image}
     */
    boolean ceil() default false;

    /**
     * {@return whether padding counts in the mean, as zeros; if not, a mean is over the part of the window inside the
     * image (PyTorch's {@code count_include_pad})}
     */
    boolean countPadding() default true;
}
