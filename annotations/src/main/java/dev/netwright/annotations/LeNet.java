package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * LeNet-5: two convolutions, each with an activation and a pool, then fully connected layers
 * (LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition", 1998, section II.B).
 *
 * <p>The attributes carry the paper's layer names: C1, S2, C3, S4, then C5 and F6 as {@link #hidden()}. The defaults are
 * the form usual today: 1x28x28 images padded by 2, sigmoids, average pools, 10 classes.
 *
 * <p>Each tensor of a network, its parameters together among them, has below 2^31 values.
 *
 * <pre>
 *   &#64;LeNet
 *   public interface LeNet5Spec {}      // javac writes LeNet5 beside it
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface LeNet {
    /** Simple name of the generated class; by default the interface's name without its ending {@code Spec}. */
    String name() default "";

    /** Shape of one image. */
    Input input() default @Input(channels = 1, height = 28, width = 28);

    /** Number of classes, at least 2. */
    int classes() default 10;

    /** The first convolution. */
    Conv c1() default @Conv(channels = 6, padding = 2);

    /** The first pool. */
    Pool s2() default @Pool;

    /** The second convolution. */
    Conv c3() default @Conv(channels = 16);

    /** The second pool. */
    Pool s4() default @Pool;

    /** The hidden fully connected layers before the output layer, in order: C5, F6, and so on, at most 50. */
    Hidden[] hidden() default {@Hidden(units = 120), @Hidden(units = 84)};

    /** Batch normalization between each convolution or hidden layer and its nonlinearity: none, or one. */
    BatchNorm[] norm() default {};

    /** The nonlinearity after each convolution and each hidden layer. */
    Nonlinearity activation() default Nonlinearity.SIGMOID;

    /** A convolution with a square kernel and a bias. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Conv {
        /** Output channels, at least 1. */
        int channels();

        /** Height and width of the kernel, at least 1. */
        int kernel() default 5;

        /** Step between windows, at least 1. */
        int stride() default 1;

        /** Zeros added on each side, at least 0. */
        int padding() default 0;
    }

    /** A pool with a square window and no padding. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Pool {
        /** Largest value or mean. */
        Pooling kind() default Pooling.AVERAGE;

        /** Height and width of the window, at least 1. */
        int kernel() default 2;

        /** Step between windows, at least 1. */
        int stride() default 2;
    }

    /** A hidden fully connected layer. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Hidden {
        /** Number of units, at least 1. */
        int units();
    }
}
