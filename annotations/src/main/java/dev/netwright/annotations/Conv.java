package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage's convolution. A number for rows and columns together, or one for each, rows first, as PyTorch has it:
 * {@code kernel = 3}, or {@code kernel = {3, 5}}.
 *
 * <p>An image of {@code n} rows becomes {@code floor((n + 2 padding - dilation (kernel - 1) - 1) / stride) + 1} rows, and so
 * do its columns (Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", 2016, relationship 15).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Conv {
    /** Output channels, at least 1. */
    int channels();

    /** Size of the kernel, each number at least 1. */
    int[] kernel();

    /** Step between windows, each number at least 1. */
    int[] stride() default 1;

    /** Zeros added on each side, each number at least 0. */
    int[] padding() default 0;

    /** Step between the places of a window, each number at least 1. */
    int[] dilation() default 1;

    /** Parts of the channels that are convolved by themselves, at least 1; they divide the channels in and out. */
    int groups() default 1;

    /** Whether each output channel has a number that is added to it. */
    boolean bias() default true;
}
