package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Group normalization: {@code y = weight * (x - mean) / sqrt(variance + epsilon) + bias}, with mean and biased variance
 * of each image's groups of neighbouring channels, all of their pixels together (Wu and He, "Group normalization",
 * 2018, equations 1, 2 and 7). Weight and bias have one value for each channel. Images don't depend on each other, and
 * training and inference compute the same. PyTorch's {@code GroupNorm}. One group is the paper's layer norm, and as
 * many groups as channels are instance norm.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GroupNorm {
    /** {@return the number of equal groups of channels, at least 1; it divides the channels. The paper's default} */
    int groups() default 32;

    /** {@return the number added to the variance, above 0} */
    double epsilon() default 1e-5;
}
