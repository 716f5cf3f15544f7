package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage's dropout (Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", 2014,
 * section 10). A training step sets a random share of the values to 0 and multiplies the others by
 * {@code 1 / (1 - rate)}; inference changes nothing.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Dropout {
    /** {@return the share of the values that one training step drops, at least 0 and below 1} */
    double rate() default 0.5;
}
