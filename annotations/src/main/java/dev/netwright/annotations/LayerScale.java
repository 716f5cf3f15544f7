package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage that multiplies each channel, or each unit of a vector, by a trained factor: {@code y = layer_scale * x}
 * (Touvron et al., "Going deeper with image transformers", 2021, section 2.2). At the end of a residual branch, small
 * first factors let a deep network begin as the identity; ConvNeXt does so.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LayerScale {
    /** {@return the first value of every factor, a finite number above 0} */
    double initial() default 1e-6;
}
