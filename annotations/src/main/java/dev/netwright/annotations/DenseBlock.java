package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage's dense block. Each layer reads the block's input and the outputs of all layers before it, and adds a few
 * channels to them (Huang, Liu, van der Maaten and Weinberger, "Densely connected convolutional networks", 2016,
 * section 3).
 *
 * <p>A layer is batch norm, ReLU and a 3x3 convolution. With a {@link #bottleneck()}, batch norm, ReLU and a 1x1
 * convolution precede it. The defaults are torchvision's; for d2l.ai's form set
 * {@code bottleneck = 0, convBias = true}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface DenseBlock {
    /** {@return the number of layers, from 1 to 100} */
    int layers();

    /** {@return the number of channels that each layer adds, at least 1; the paper's growth rate k} */
    int growth() default 32;

    /**
     * {@return the channels of a layer's 1x1 convolution as a multiple of {@link #growth()}, at least 0; 0 omits the
     * convolution}
     */
    int bottleneck() default 4;

    /** {@return whether the convolutions have a bias} */
    boolean convBias() default false;

    /** {@return the settings of every batch norm of the block} */
    BatchNorm norm() default @BatchNorm;
}
