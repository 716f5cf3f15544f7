package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An attribute of a {@link Block} that holds for the first repetition only; the others have the attribute's default.
 * The stride of a group of residual blocks is such a number (He, Zhang, Ren and Sun, "Deep residual learning for image
 * recognition", 2015, table 1).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface FirstOnly {}
