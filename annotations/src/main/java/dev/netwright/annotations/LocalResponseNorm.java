package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Local response normalization across channels, in PyTorch's form:
 * {@code y = x / (k + alpha / size * sum of x^2 over size neighbouring channels)^beta}.
 *
 * <p>The formula of Krizhevsky et al. (2012, section 3.3) doesn't divide alpha by size: their alpha of 0.0001 over 5
 * channels is 0.0005 here.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LocalResponseNorm {
    /** {@return the number of neighbouring channels in each sum, odd and at least 1} */
    int size() default 5;

    /** {@return the factor of the mean square, above 0} */
    double alpha() default 5e-4;

    /** {@return the exponent, above 0} */
    double beta() default 0.75;

    /** {@return the constant added to the scaled mean square, above 0} */
    double k() default 2;
}
