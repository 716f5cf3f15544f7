package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage that concatenates the outputs of other stages along the channels (Szegedy et al., "Going deeper with
 * convolutions", 2014, figure 2). All must have the same number of rows and columns.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Concat {
    /** {@return the names of at least two different earlier stages, or {@link From#INPUT}, in the order of the channels} */
    String[] value();
}
