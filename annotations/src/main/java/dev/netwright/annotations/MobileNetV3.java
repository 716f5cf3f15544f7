package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * MobileNetV3: inverted residual blocks with squeeze and excitation and hard-swish (Howard, Sandler, Chu, Chen, Chen, Tan,
 * Wang, Zhu, Pang, Vasudevan, Le and Adam, "Searching for MobileNetV3", 2019, tables 1 and 2).
 *
 * <p>A block is a 1x1 convolution to more channels, a depthwise convolution, in some blocks squeeze and excitation, and a
 * 1x1 convolution to fewer channels. Each convolution has batch norm; ReLU or hard-swish follows the first two. If a block
 * keeps the shape, its input is added, and nothing follows the sum. A block that doesn't widen its input omits the first
 * convolution. Squeeze and excitation has a hard sigmoid, and between its convolutions a quarter of the channels, rounded to
 * a multiple of 8. After the last block come a 1x1 convolution to six times as many channels, the mean of each map, a fully
 * connected layer with hard-swish, dropout and the classifier. The defaults are torchvision's network with 5,483,032
 * parameters.
 *
 * <p>A network has at most 2,000 layers. Each tensor, and its parameters together, must have fewer than 2^31 values.
 *
 * <pre>
 *   &#64;MobileNetV3(variant = MobileNetV3.Variant.SMALL, classes = 10)
 *   public interface DoorbellSpec {}      // javac generates Doorbell
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface MobileNetV3 {
    /**
     * {@return the simple name of the generated class; empty means the interface's name without its ending
     * {@code Spec}}
     */
    String name() default "";

    /** {@return the shape of one image, 3x224x224 by default} */
    Input input() default @Input(channels = 3, height = 224, width = 224);

    /** {@return the number of classes, at least 2; with a loss of labels or numbers, the number of those, at least 1} */
    int classes() default 1000;

    /** {@return the table of blocks, the larger one by default} */
    Variant variant() default Variant.LARGE;

    /**
     * {@return the factor of all channels and of the units before the classifier, above 0; the paper's width multiplier}
     *
     * <p>Products are rounded to the nearest multiple of 8, and up if that is less than 90 % of the product.
     */
    double width() default 1;

    /**
     * {@return the share of the features that one training step drops before the classifier, at least 0 and below 1; 0
     * omits the layer}
     */
    double dropout() default 0.2;

    /** {@return the settings of every batch norm of the network, torchvision's by default} */
    BatchNorm norm() default @BatchNorm(epsilon = 0.001, momentum = 0.01);

    /** {@return the function that training minimizes, cross-entropy by default} */
    Loss loss() default Loss.CROSS_ENTROPY;

    /** {@return gamma of {@link Loss#FOCAL}, at least 0; the paper's 2 by default} */
    double focalGamma() default 2;

    /** {@return delta of {@link Loss#HUBER}, in the units of the targets, above 0; 1 by default} */
    double huberDelta() default 1;

    /** A table of blocks. */
    enum Variant {
        /** MobileNetV3-Small, table 2 of the paper: 11 blocks, 2,542,856 parameters at 1,000 classes. */
        SMALL,
        /** MobileNetV3-Large, table 1 of the paper: 15 blocks, 5,483,032 parameters at 1,000 classes. */
        LARGE
    }
}
