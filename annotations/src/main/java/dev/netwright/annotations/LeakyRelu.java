package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage's leaky rectifier, {@code y = x} where {@code x > 0} and {@code y = slope x} elsewhere, which PyTorch calls
 * {@code LeakyReLU} (Maas et al., "Rectifier nonlinearities improve neural network acoustic models", 2013, section 2).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LeakyRelu {
    /**
     * {@return the factor of x below 0, at least 0 and below 1} The paper's and PyTorch's is 0.01, Darknet's is 0.1.
     */
    double slope() default 0.01;
}
