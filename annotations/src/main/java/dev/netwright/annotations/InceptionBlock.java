package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage's inception module: a 1x1 convolution; a 1x1 and a 3x3 convolution; a 1x1 and a 5x5 convolution; a 3x3 max-pool of
 * stride 1 and a 1x1 convolution, joined along the channels in this order (Szegedy et al., "Going deeper with convolutions",
 * 2014, figure 2b). Every convolution keeps the image's size and is followed by ReLU.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface InceptionBlock {
    /** Channels of the 1x1 convolution alone, at least 1. */
    int c1x1();

    /** Channels of the 1x1 convolution before the 3x3 one, at least 1. */
    int reduce3x3();

    /** Channels of the 3x3 convolution, at least 1. */
    int c3x3();

    /** Channels of the 1x1 convolution before the 5x5 one, at least 1. */
    int reduce5x5();

    /** Channels of the 5x5 convolution, at least 1. */
    int c5x5();

    /** Channels of the 1x1 convolution behind the pool, at least 1. */
    int pool();

    /** The batch norm between each convolution, which then has no bias, and its ReLU: none, or one. */
    BatchNorm[] norm() default {};
}
