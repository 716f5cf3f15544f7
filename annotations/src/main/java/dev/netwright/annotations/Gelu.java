package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage's Gaussian error linear unit, {@code y = x p}, where p is the probability that a standard normal variable is
 * below x: {@code p = (1 + erf(x / sqrt(2))) / 2} (Hendrycks and Gimpel, "Gaussian error linear units (GELUs)", 2016,
 * section 2).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Gelu {
    /** {@return the approximation of p, none by default as in PyTorch; weights belong to the one they were trained with} */
    GeluApproximation approximate() default GeluApproximation.NONE;
}
