package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves a stage of a {@link Block} out where a number or flag of the block is 0 or false. Stages that name it then
 * read its input: the stage that {@link From} names, or else the one before. A join that is left out stands for the stage
 * before it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnlyIf {
    /** {@return one of the block's constants, such as {@code SQUEEZE}} */
    int value();

    /** {@return whether the stage is left out where the number isn't 0, instead} */
    boolean isZero() default false;
}
