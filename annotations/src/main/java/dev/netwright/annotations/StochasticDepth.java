package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage's stochastic depth (Huang et al., "Deep networks with stochastic depth", 2016, section 3). A training step
 * sets all values of an image to 0 with a probability, for each image of the batch by itself, and multiplies the values
 * of the others by {@code 1 / (1 - rate)}; inference changes nothing. At the end of a residual branch it drops the
 * branch. torchvision's {@code StochasticDepth} in the mode "row".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface StochasticDepth {
    /** {@return the probability that an image's values are dropped in one training step, at least 0 and below 1} */
    double rate();
}
