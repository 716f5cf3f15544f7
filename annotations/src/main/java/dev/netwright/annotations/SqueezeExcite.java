package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage that weighs its channels by what all of them contain (Hu, Shen and Sun, "Squeeze-and-excitation networks",
 * 2018, section 3): the means of the channels pass a 1x1 convolution to few channels, an activation, a 1x1 convolution
 * back to the stage's channels, and a function with values from 0 to 1. The result multiplies all pixels of each
 * channel.
 *
 * <p>It is torchvision's {@code SqueezeExcitation}. In a stage {@code se} the parameters are {@code se_fc1.weight},
 * {@code se_fc1.bias}, {@code se_fc2.weight} and {@code se_fc2.bias}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SqueezeExcite {
    /**
     * {@return the number of channels between the two convolutions, at least 1; the paper has a sixteenth of the
     * stage's channels, MobileNetV3 a quarter}
     */
    int width();

    /** {@return the function between the two convolutions, ReLU by default} */
    Activation activation() default Activation.RELU;

    /** {@return the function whose values multiply the channels, the sigmoid by default} */
    Gate gate() default Gate.SIGMOID;

    /** The function between the two convolutions. */
    enum Activation {
        /** {@code y = max(x, 0)}, as in the paper, MobileNetV3 and RegNet. */
        RELU,
        /** {@code y = x / (1 + exp(-x))}, as in EfficientNet. */
        SILU
    }

    /** The function whose values multiply the channels. */
    enum Gate {
        /** {@code y = 1 / (1 + exp(-x))}, as in the paper, EfficientNet and RegNet. */
        SIGMOID,
        /** {@code y = min(max(x + 3, 0), 6) / 6}, as in MobileNetV3. */
        HARD_SIGMOID
    }
}
