package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage's hard sigmoid, {@code y = min(max(x + 3, 0), 6) / 6}, which PyTorch calls {@code Hardsigmoid} (Howard et al.,
 * "Searching for MobileNetV3", 2019, section 5.2).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface HardSigmoid {}
