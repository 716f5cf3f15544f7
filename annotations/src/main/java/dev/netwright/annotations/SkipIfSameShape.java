package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves a stage of a {@link Block} out where its output would have the shape of its input. Stages that name it then
 * read its input. The stage's main layer must be a single one, such as {@link Conv}.
 *
 * <p>The shortcut of a residual block needs it: its 1x1 convolution exists only where the block changes the shape (He,
 * Zhang, Ren and Sun, "Deep residual learning for image recognition", 2015, section 3.3, option B).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SkipIfSameShape {}
