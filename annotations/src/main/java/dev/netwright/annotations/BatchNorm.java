package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Batch normalization of each channel, or of each unit after a fully connected layer:
 * {@code y = weight * (x - mean) / sqrt(variance + epsilon) + bias} (Ioffe and Szegedy, "Batch normalization:
 * accelerating deep network training by reducing internal covariate shift", 2015, algorithms 1 and 2). Training uses
 * the mean and biased variance of the batch; inference uses their running values.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface BatchNorm {
    /** {@return the number added to the variance, above 0} */
    double epsilon() default 1e-5;

    /**
     * {@return the share of the newest batch in the running mean and variance, above 0 and at most 1}
     *
     * <p>PyTorch counts in the same way. TensorFlow and some papers name the share of the old values instead: their 0.9
     * is 0.1 here.
     */
    double momentum() default 0.1;

    /** {@return which variance of a batch enters the running variance; the unbiased one by default, as in PyTorch} */
    RunningVariance runningVariance() default RunningVariance.UNBIASED;
}
