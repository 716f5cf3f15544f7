package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * AlexNet: five convolutions with ReLU, three overlapping max-pools, then fully connected layers with dropout
 * (Krizhevsky, Sutskever and Hinton, "ImageNet classification with deep convolutional neural networks", 2012, section
 * 3.5).
 *
 * <p>The network is a single tower. The paper splits the channels over two GPUs, which exchange them in some layers
 * only. By default the first convolution pads by 1, as in d2l.ai; 227x227 images need no padding there. {@link #lrn1()}
 * and {@link #lrn2()} add the paper's normalizations.
 *
 * <p>Each tensor, and the network's parameters together, must have fewer than 2^31 values.
 *
 * <pre>
 *   &#64;AlexNet(input = &#64;Input(channels = 1, height = 224, width = 224), classes = 10)
 *   public interface GarmentsSpec {}      // javac generates Garments
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AlexNet {
    /**
     * {@return the simple name of the generated class; empty means the interface's name without its ending
     * {@code Spec}}
     */
    String name() default "";

    /** {@return the shape of one image, 3x224x224 by default} */
    Input input() default @Input(channels = 3, height = 224, width = 224);

    /** {@return the number of classes, at least 2; with a loss of labels or numbers, the number of those, at least 1} */
    int classes() default 1000;

    /** {@return the first convolution, 96 channels of 11x11 with stride 4 by default} */
    Conv conv1() default @Conv(channels = 96, kernel = 11, stride = 4, padding = 1);

    /** {@return local response normalization after the first convolution's ReLU (section 3.3): none, or one} */
    LocalResponseNorm[] lrn1() default {};

    /** {@return the max-pool after the first convolution, 3x3 with stride 2 by default} */
    Pool pool1() default @Pool;

    /** {@return the second convolution, 256 channels of 5x5 by default} */
    Conv conv2() default @Conv(channels = 256, kernel = 5, padding = 2);

    /** {@return local response normalization after the second convolution's ReLU (section 3.3): none, or one} */
    LocalResponseNorm[] lrn2() default {};

    /** {@return the max-pool after the second convolution, 3x3 with stride 2 by default} */
    Pool pool2() default @Pool;

    /** {@return the third convolution, 384 channels of 3x3 by default} */
    Conv conv3() default @Conv(channels = 384, kernel = 3, padding = 1);

    /** {@return the fourth convolution, 384 channels of 3x3 by default} */
    Conv conv4() default @Conv(channels = 384, kernel = 3, padding = 1);

    /** {@return the fifth convolution, 256 channels of 3x3 by default} */
    Conv conv5() default @Conv(channels = 256, kernel = 3, padding = 1);

    /** {@return the max-pool after the fifth convolution, 3x3 with stride 2 by default} */
    Pool pool5() default @Pool;

    /**
     * {@return the hidden fully connected layers before the output layer, in order; at most 50, by default two of 4096
     * units}
     */
    Hidden[] hidden() default {@Hidden, @Hidden};

    /** {@return the position of dropout in each hidden layer; after the activation by default} */
    DropoutPlace dropoutPlace() default DropoutPlace.AFTER_ACTIVATION;

    /** {@return the function that training minimizes, cross-entropy by default} */
    Loss loss() default Loss.CROSS_ENTROPY;

    /** {@return gamma of {@link Loss#FOCAL}, at least 0; the paper's 2 by default} */
    double focalGamma() default 2;

    /** {@return delta of {@link Loss#HUBER}, in the units of the targets, above 0; 1 by default} */
    double huberDelta() default 1;

    /** A convolution with a square kernel, a bias and ReLU. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Conv {
        /** {@return the number of output channels, at least 1} */
        int channels();

        /** {@return the height and width of the kernel in pixels, at least 1} */
        int kernel();

        /** {@return the step between windows in pixels, at least 1} */
        int stride() default 1;

        /** {@return the number of zeros added on each side, at least 0} */
        int padding() default 0;
    }

    /** A max-pool with a square window and no padding. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Pool {
        /** {@return the height and width of the window in pixels, at least 1} */
        int kernel() default 3;

        /** {@return the step between windows in pixels, at least 1} */
        int stride() default 2;
    }

    /** A hidden fully connected layer with ReLU and dropout. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Hidden {
        /** {@return the number of units, at least 1} */
        int units() default 4096;

        /** {@return the share of the units that one training step drops, at least 0 and below 1; 0 omits the layer} */
        double dropout() default 0.5;
    }
}
