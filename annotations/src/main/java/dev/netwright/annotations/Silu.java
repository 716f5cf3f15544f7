package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage's sigmoid linear unit, {@code y = x / (1 + exp(-x))}, which PyTorch calls {@code SiLU} and some papers call
 * swish (Hendrycks and Gimpel, "Gaussian error linear units", 2016).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Silu {}
