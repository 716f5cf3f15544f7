package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage's fully connected layer. It reads an image as the vector of its channels, rows and columns, in this order.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Linear {
    /** {@return the number of units, at least 1} */
    int units();

    /** {@return whether a trained bias is added to each unit} */
    boolean bias() default true;
}
