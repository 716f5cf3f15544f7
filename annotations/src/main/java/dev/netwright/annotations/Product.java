package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage that multiplies the outputs of other stages. Those after the first have its shape, or are gates: vectors or
 * maps of one pixel with one value for each of its channels, which multiplies all pixels of that channel (Hu, Shen and
 * Sun, "Squeeze-and-excitation networks", 2018, equation 4).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Product {
    /** {@return the names of at least two different earlier stages, or {@link From#INPUT}, gates after what they multiply} */
    String[] value();
}
