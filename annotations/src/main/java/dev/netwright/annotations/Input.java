package dev.netwright.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The shape of one input image: {@code channels x height x width}, each at least 1. */
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Input {
    /** {@return the number of colour planes: 1 for grey images, 3 for red, green and blue} */
    int channels();

    /** {@return the number of rows of pixels} */
    int height();

    /** {@return the number of pixels in a row} */
    int width();
}
