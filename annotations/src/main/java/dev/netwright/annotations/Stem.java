package dev.netwright.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a residual or dense network begins: a convolution with batch norm and ReLU, and a max-pool. The defaults, which both
 * papers have, shrink the image to a quarter of its height and width.
 */
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Stem {
    /** Output channels of the convolution, at least 1. */
    int channels() default 64;

    /** Height and width of its kernel, at least 1. */
    int kernel() default 7;

    /** Step between its windows, at least 1. */
    int stride() default 2;

    /** Zeros added on each side, at least 0. */
    int padding() default 3;

    /** The max-pool: none, or one. */
    Pool[] pool() default @Pool;

    /** A max-pool with a square window. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Pool {
        /** Height and width of the window, at least 1. */
        int kernel() default 3;

        /** Step between windows, at least 1. */
        int stride() default 2;

        /** Places without a value added on each side, from 0 to half of the kernel. */
        int padding() default 1;
    }
}
