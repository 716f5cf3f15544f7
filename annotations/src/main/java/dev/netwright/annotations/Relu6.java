package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A rectifier with a ceiling as a stage's activation, {@code y = min(max(x, 0), 6)}, which PyTorch calls {@code ReLU6}
 * (Sandler et al., "MobileNetV2: inverted residuals and linear bottlenecks", 2018, section 4).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Relu6 {}
