package dev.netwright.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The first layers of a residual or dense network: a convolution with batch norm and ReLU, and a max-pool. The defaults
 * are those of both papers, and reduce height and width to a quarter.
 */
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Stem {
    /** {@return the number of output channels of the convolution, at least 1} */
    int channels() default 64;

    /** {@return the height and width of the convolution's kernel in pixels, at least 1} */
    int kernel() default 7;

    /** {@return the step between the convolution's windows in pixels, at least 1} */
    int stride() default 2;

    /** {@return the number of zeros added on each side of the image, at least 0} */
    int padding() default 3;

    /**
     * {@return whether three 3x3 convolutions replace the one, the first with its stride, the first two with half of its
     * channels, each with batch norm and ReLU (He et al., "Bag of tricks for image classification with convolutional
     * neural networks", 2018, section 4.2, ResNet-C); kernel and padding are then ignored}
     */
    boolean deep() default false;

    /** {@return the max-pool after the convolution: none, or one; 3x3 with stride 2 by default} */
    Pool[] pool() default @Pool;

    /** A max-pool with a square window. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Pool {
        /** {@return the height and width of the window in pixels, at least 1} */
        int kernel() default 3;

        /** {@return the step between windows in pixels, at least 1} */
        int stride() default 2;

        /** {@return the padding on each side in pixels, from 0 to half the kernel; padding is never the maximum} */
        int padding() default 1;
    }
}
