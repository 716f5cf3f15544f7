package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage's transposed convolution, which enlarges an image with trained weights, as PyTorch's
 * {@code nn.ConvTranspose2d}. Give one number for rows and columns together, or one for each with rows first.
 *
 * <p>An image of {@code n} rows becomes
 * {@code (n - 1) stride - 2 padding + dilation (kernel - 1) + 1 + outputPadding} rows; the same holds for columns
 * (Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", 2016, relationship 14). The weight has
 * PyTorch's shape, {@code [input channels, channels / groups, rows, columns]}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface TransposedConv {
    /** {@return the number of output channels, at least 1} */
    int channels();

    /** {@return the size of the kernel in pixels, each number at least 1} */
    int[] kernel();

    /** {@return how many output pixels lie between the windows of neighbouring input pixels, each number at least 1} */
    int[] stride() default 1;

    /** {@return the pixels that are cut off on each side, each number at least 0; at least one row and column must be left} */
    int[] padding() default 0;

    /** {@return the rows added at the bottom and the columns added on the right, each number below the stride} */
    int[] outputPadding() default 0;

    /** {@return the distance between neighbouring kernel elements in pixels, each number at least 1} */
    int[] dilation() default 1;

    /**
     * {@return the number of groups that are computed separately, at least 1; it must divide the input and output
     * channels}
     */
    int groups() default 1;

    /** {@return whether a trained bias is added to each output channel} */
    boolean bias() default true;
}
