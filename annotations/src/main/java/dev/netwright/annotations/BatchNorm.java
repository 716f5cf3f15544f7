package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Batch normalization of each channel, or of each unit behind a fully connected layer:
 * {@code y = weight * (x - mean) / sqrt(variance + epsilon) + bias}, with mean and biased variance of the batch in training
 * and their running values at inference (Ioffe and Szegedy, "Batch normalization: accelerating deep network training by
 * reducing internal covariate shift", 2015, algorithms 1 and 2).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface BatchNorm {
    /** What is added to the variance, above 0. */
    double epsilon() default 1e-5;

    /**
     * Share of the newest batch in the running mean and variance, above 0 and at most 1. Some texts name the share of the old
     * values instead: their 0.9 is 0.1 here.
     */
    double momentum() default 0.1;

    /** Which variance the running one collects. */
    RunningVariance runningVariance() default RunningVariance.UNBIASED;
}
