package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage's exponential linear unit, {@code y = x} where {@code x > 0} and {@code y = alpha (exp(x) - 1)} elsewhere
 * (Clevert et al., "Fast and accurate deep network learning by exponential linear units (ELUs)", 2016, section 3).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Elu {
    /** {@return the value that y falls to far below 0, without its sign: a finite number above 0} */
    double alpha() default 1;
}
