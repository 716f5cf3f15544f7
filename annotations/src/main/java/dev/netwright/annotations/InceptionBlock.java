package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage's inception module, which concatenates the channels of four branches: a 1x1 convolution; a 1x1 and a 3x3
 * convolution; a 1x1 and a 5x5 convolution; a 3x3 max-pool of stride 1 and a 1x1 convolution (Szegedy et al., "Going
 * deeper with convolutions", 2014, figure 2b). Every convolution keeps the image's size, and ReLU follows it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface InceptionBlock {
    /** {@return the number of channels of the 1x1 convolution that is a branch by itself, at least 1} */
    int c1x1();

    /** {@return the number of channels of the 1x1 convolution before the 3x3 one, at least 1} */
    int reduce3x3();

    /** {@return the number of channels of the 3x3 convolution, at least 1} */
    int c3x3();

    /** {@return the number of channels of the 1x1 convolution before the 5x5 one, at least 1} */
    int reduce5x5();

    /** {@return the number of channels of the 5x5 convolution, at least 1} */
    int c5x5();

    /** {@return the number of channels of the 1x1 convolution after the max-pool, at least 1} */
    int pool();

    /**
     * {@return the batch norm between each convolution and its ReLU: none, or one; with a norm, convolutions have no
     * bias}
     */
    BatchNorm[] norm() default {};
}
