package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * MnasNet-B1: inverted residual blocks found by a search that measures latency (Tan, Chen, Pang, Vasudevan, Sandler,
 * Howard and Le, "MnasNet: platform-aware neural architecture search for mobile", 2018, figure 7, without squeeze and
 * excitation), with torchvision's channels.
 *
 * <p>A block is a 1x1 convolution to more channels, a depthwise convolution and a 1x1 convolution to fewer, each with
 * batch norm; ReLU follows the first two. If a block keeps the shape, its input is added, and nothing follows the sum. An
 * expansion of 1 omits the first convolution and the sum: a separable convolution. After the last stage come a 1x1
 * convolution, the mean of each map, dropout and the classifier.
 *
 * <p>A network has at most 2,000 layers. Each tensor, and its parameters together, must have fewer than 2^31 values.
 *
 * <pre>
 *   &#64;Mnasnet(width = 0.5, classes = 10)
 *   public interface HalfWidthSpec {}   // javac generates HalfWidth
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Mnasnet {
    /**
     * {@return the simple name of the generated class; empty means the interface's name without its ending
     * {@code Spec}}
     */
    String name() default "";

    /** {@return the shape of one image, 3x224x224 by default} */
    Input input() default @Input(channels = 3, height = 224, width = 224);

    /** {@return the number of classes, at least 2; with a loss of labels or numbers, the number of those, at least 1} */
    int classes() default 1000;

    /**
     * {@return the factor of all channels but {@link #last()}, above 0; the paper's width multiplier}
     *
     * <p>Products are rounded to the nearest multiple of 8, and up if that is less than 90 % of the product.
     */
    double width() default 1;

    /** {@return the number of output channels of the first convolution before {@link #width()}, at least 1} */
    int stem() default 32;

    /** {@return the stages in order, at least one} */
    Stage[] stages() default {
        @Stage(blocks = 1, channels = 16, expansion = 1, stride = 1),
        @Stage(blocks = 3, channels = 24, expansion = 3, stride = 2),
        @Stage(blocks = 3, channels = 40, expansion = 3, kernel = 5, stride = 2),
        @Stage(blocks = 3, channels = 80, expansion = 6, kernel = 5, stride = 2),
        @Stage(blocks = 2, channels = 96, expansion = 6, stride = 1),
        @Stage(blocks = 4, channels = 192, expansion = 6, kernel = 5, stride = 2),
        @Stage(blocks = 1, channels = 320, expansion = 6, stride = 1)
    };

    /**
     * {@return the number of output channels of the last convolution, which {@link #width()} leaves as it is, at least 1}
     */
    int last() default 1280;

    /**
     * {@return the share of the features that one training step drops before the classifier, at least 0 and below 1; 0
     * omits the layer}
     */
    double dropout() default 0.2;

    /** {@return the settings of every batch norm of the network} */
    BatchNorm norm() default @BatchNorm(momentum = 3e-4);

    /** {@return the function that training minimizes, cross-entropy by default} */
    Loss loss() default Loss.CROSS_ENTROPY;

    /** {@return gamma of {@link Loss#FOCAL}, at least 0; the paper's 2 by default} */
    double focalGamma() default 2;

    /** {@return delta of {@link Loss#HUBER}, in the units of the targets, above 0; 1 by default} */
    double huberDelta() default 1;

    /** Inverted residual blocks of equal width. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Stage {
        /** {@return the number of blocks, from 1 to 50} */
        int blocks();

        /** {@return the number of output channels before {@link Mnasnet#width()}, at least 1} */
        int channels();

        /** {@return the channels of the depthwise convolution as a multiple of the block's input, at least 1} */
        int expansion();

        /** {@return the height and width of the depthwise convolution's kernel in pixels, odd} */
        int kernel() default 3;

        /** {@return the stride of the first block in pixels, at least 1} */
        int stride() default 2;
    }
}
