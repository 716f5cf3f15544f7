package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage that adds the outputs of other stages (He, Zhang, Ren and Sun, "Deep residual learning for image
 * recognition", 2015, equation 1). An activation is added only where one is written: {@code @Sum({"conv2", "input"})
 * @Relu}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Sum {
    /** {@return the names of at least two different earlier stages of equal shape, or {@link From#INPUT}} */
    String[] value();

    /**
     * {@return whether addends are left out whose shape isn't that of the first}
     *
     * <p>A {@link Block} may then be written once for all its uses: MobileNetV2's has a shortcut only where it keeps the
     * shape (Sandler et al., 2018, section 3.3).
     */
    boolean ifSameShape() default false;
}
