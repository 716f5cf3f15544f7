package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage's dense block: layers each of which adds a few channels to everything that the layers before it in the block, and
 * the block's input, gave (Huang, Liu, van der Maaten and Weinberger, "Densely connected convolutional networks", 2016,
 * section 3).
 *
 * <p>A layer is batch norm, ReLU and a 3x3 convolution; with a {@link #bottleneck()}, batch norm, ReLU and a 1x1 convolution
 * stand before it. The defaults are torchvision's; the form of d2l.ai has {@code bottleneck = 0, convBias = true}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface DenseBlock {
    /** Number of layers, from 1 to 100. */
    int layers();

    /** Channels that each layer adds, at least 1: the paper's k. */
    int growth() default 32;

    /** Channels of a layer's 1x1 convolution as a multiple of {@link #growth()}, at least 0; 0 leaves it out. */
    int bottleneck() default 4;

    /** Whether the convolutions have a bias. */
    boolean convBias() default false;

    /** Every batch norm of the block. */
    BatchNorm norm() default @BatchNorm;
}
