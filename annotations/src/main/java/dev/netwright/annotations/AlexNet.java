package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * AlexNet: five convolutions with ReLU, three overlapping max-pools, then fully connected layers with dropout (Krizhevsky,
 * Sutskever and Hinton, "ImageNet classification with deep convolutional neural networks", 2012, section 3.5).
 *
 * <p>All channels are in one tower, not in two that meet in some layers. The defaults pad the first convolution by 1, as
 * d2l.ai does; a network of 227x227 images needs no padding there. The paper's normalizations are {@link #lrn1()} and
 * {@link #lrn2()}.
 *
 * <p>Each tensor of a network, its parameters together among them, has below 2^31 values.
 *
 * <pre>
 *   &#64;AlexNet(input = &#64;Input(channels = 1, height = 224, width = 224), classes = 10)
 *   public interface GarmentsSpec {}      // javac writes Garments beside it
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AlexNet {
    /** Simple name of the generated class; by default the interface's name without its ending {@code Spec}. */
    String name() default "";

    /** Shape of one image. */
    Input input() default @Input(channels = 3, height = 224, width = 224);

    /** Number of classes, at least 2. */
    int classes() default 1000;

    /** The first convolution. */
    Conv conv1() default @Conv(channels = 96, kernel = 11, stride = 4, padding = 1);

    /** Local response normalization after the first convolution's ReLU: none, or one. */
    LocalResponseNorm[] lrn1() default {};

    /** The pool after the first convolution. */
    Pool pool1() default @Pool;

    /** The second convolution. */
    Conv conv2() default @Conv(channels = 256, kernel = 5, padding = 2);

    /** Local response normalization after the second convolution's ReLU: none, or one. */
    LocalResponseNorm[] lrn2() default {};

    /** The pool after the second convolution. */
    Pool pool2() default @Pool;

    /** The third convolution. */
    Conv conv3() default @Conv(channels = 384, kernel = 3, padding = 1);

    /** The fourth convolution. */
    Conv conv4() default @Conv(channels = 384, kernel = 3, padding = 1);

    /** The fifth convolution. */
    Conv conv5() default @Conv(channels = 256, kernel = 3, padding = 1);

    /** The pool after the fifth convolution. */
    Pool pool5() default @Pool;

    /** The hidden fully connected layers before the output layer, in order: at most 50. */
    Hidden[] hidden() default {@Hidden, @Hidden};

    /** Where the hidden layers' dropout stands. */
    DropoutPlace dropoutPlace() default DropoutPlace.AFTER_ACTIVATION;

    /** A convolution with a square kernel, a bias and ReLU. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Conv {
        /** Output channels, at least 1. */
        int channels();

        /** Height and width of the kernel, at least 1. */
        int kernel();

        /** Step between windows, at least 1. */
        int stride() default 1;

        /** Zeros added on each side, at least 0. */
        int padding() default 0;
    }

    /** A max-pool with a square window and no padding. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Pool {
        /** Height and width of the window, at least 1. */
        int kernel() default 3;

        /** Step between windows, at least 1. */
        int stride() default 2;
    }

    /** A hidden fully connected layer with ReLU and dropout. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Hidden {
        /** Number of units, at least 1. */
        int units() default 4096;

        /** Share of the units that one training step drops, at least 0 and below 1; 0 leaves the layer out. */
        double dropout() default 0.5;
    }
}
