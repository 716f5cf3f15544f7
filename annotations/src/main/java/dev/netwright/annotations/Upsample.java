package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage that gives an image another size, as PyTorch's {@code nn.Upsample}. Give the factor by which it grows, one
 * number for rows and columns together or one for each with rows first, or else its new height and width:
 * {@code @Upsample(factor = 2)}, or {@code @Upsample(height = 56, width = 56)}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Upsample {
    /** {@return how many times as many rows and columns the output has, each number at least 1} */
    int[] factor() default {};

    /** {@return the number of output rows, at least 1; 0 if there is a factor} */
    int height() default 0;

    /** {@return the number of output columns, at least 1; 0 if there is a factor} */
    int width() default 0;

    /** {@return how new pixels are computed} */
    Interpolation mode() default Interpolation.NEAREST;

    /**
     * {@return whether the corners keep their values: row i of H' lies at {@code i (H - 1) / (H' - 1)} instead of
     * {@code (i + 1/2) H / H' - 1/2}; only if the mode is bilinear}
     */
    boolean alignCorners() default false;
}
