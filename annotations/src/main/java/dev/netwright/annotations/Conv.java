package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage's convolution. Give one number for rows and columns together, or one for each with rows first, as in PyTorch:
 * {@code kernel = 3}, or {@code kernel = {3, 5}}.
 *
 * <p>An image of {@code n} rows becomes {@code floor((n + 2 padding - dilation (kernel - 1) - 1) / stride) + 1} rows;
 * the same holds for columns (Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", 2016,
 * relationship 15).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Conv {
    /** {@return the number of output channels, at least 1} */
    int channels();

    /** {@return the size of the kernel in pixels, each number at least 1} */
    int[] kernel();

    /** {@return the step between windows in pixels, each number at least 1} */
    int[] stride() default 1;

    /** {@return the zeros added on each side, each number at least 0} */
    int[] padding() default 0;

    /** {@return the distance between neighbouring kernel elements in pixels, each number at least 1} */
    int[] dilation() default 1;

    /**
     * {@return the number of groups that are convolved separately, at least 1; it must divide the input and output
     * channels}
     */
    int groups() default 1;

    /** {@return whether a trained bias is added to each output channel} */
    boolean bias() default true;
}
