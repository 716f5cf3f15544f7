package dev.netwright.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The shape of one input image: {@code channels x height x width}, each at least 1. */
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Input {
    /** Colour planes: 1 for grey images, 3 for red, green and blue. */
    int channels();

    /** Rows of pixels. */
    int height();

    /** Pixels in a row. */
    int width();
}
