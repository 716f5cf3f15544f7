package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage that reduces each channel to its largest value, so that {@code C x H x W} becomes {@code C x 1 x 1}, as
 * PyTorch's {@code nn.AdaptiveMaxPool2d(1)} (Oquab, Bottou, Laptev and Sivic, "Is object localization for free?",
 * 2015, section 3). The gradient goes to the first pixel that has the value.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GlobalMaxPool {}
