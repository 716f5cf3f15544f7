package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * LeNet-5: two convolutions, each with an activation and a pool, then fully connected layers (LeCun, Bottou, Bengio and
 * Haffner, "Gradient-based learning applied to document recognition", 1998, section II.B).
 *
 * <p>The attributes have the paper's layer names: C1, S2, C3, S4, then C5 and F6 as {@link #hidden()}. The defaults are
 * the form usual today: 1x28x28 images padded by 2, sigmoids, average pools, 10 classes.
 *
 * <p>Each tensor, and the network's parameters together, must have fewer than 2^31 values.
 *
 * <pre>
 *   &#64;LeNet
 *   public interface LeNet5Spec {}      // javac generates LeNet5
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface LeNet {
    /**
     * {@return the simple name of the generated class; empty means the interface's name without its ending
     * {@code Spec}}
     */
    String name() default "";

    /** {@return the shape of one image, 1x28x28 by default} */
    Input input() default @Input(channels = 1, height = 28, width = 28);

    /** {@return the number of classes, at least 2; with a loss of labels or numbers, the number of those, at least 1} */
    int classes() default 10;

    /** {@return the first convolution, 6 channels of 5x5 padded by 2 by default} */
    Conv c1() default @Conv(channels = 6, padding = 2);

    /** {@return the first pool, the mean of 2x2 windows with stride 2 by default} */
    Pool s2() default @Pool;

    /** {@return the second convolution, 16 channels of 5x5 by default} */
    Conv c3() default @Conv(channels = 16);

    /** {@return the second pool, the mean of 2x2 windows with stride 2 by default} */
    Pool s4() default @Pool;

    /** {@return the hidden fully connected layers before the output layer, in order: C5, F6, and so on; at most 50} */
    Hidden[] hidden() default {@Hidden(units = 120), @Hidden(units = 84)};

    /** {@return batch normalization between each convolution or hidden layer and its activation: none, or one} */
    BatchNorm[] norm() default {};

    /** {@return the function after each convolution and each hidden layer, the sigmoid by default} */
    Nonlinearity activation() default Nonlinearity.SIGMOID;

    /** {@return the function that training minimizes, cross-entropy by default} */
    Loss loss() default Loss.CROSS_ENTROPY;

    /** {@return gamma of {@link Loss#FOCAL}, at least 0; the paper's 2 by default} */
    double focalGamma() default 2;

    /** {@return delta of {@link Loss#HUBER}, in the units of the targets, above 0; 1 by default} */
    double huberDelta() default 1;

    /** A convolution with a square kernel and a bias. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Conv {
        /** {@return the number of output channels, at least 1} */
        int channels();

        /** {@return the height and width of the kernel in pixels, at least 1} */
        int kernel() default 5;

        /** {@return the step between windows in pixels, at least 1} */
        int stride() default 1;

        /** {@return the number of zeros added on each side, at least 0} */
        int padding() default 0;
    }

    /** A pool with a square window and no padding. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Pool {
        /** {@return how a window is reduced to one number, by its mean by default} */
        Pooling kind() default Pooling.AVERAGE;

        /** {@return the height and width of the window in pixels, at least 1} */
        int kernel() default 2;

        /** {@return the step between windows in pixels, at least 1} */
        int stride() default 2;
    }

    /** A hidden fully connected layer. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Hidden {
        /** {@return the number of units, at least 1} */
        int units();
    }
}
