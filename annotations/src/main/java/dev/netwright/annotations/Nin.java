package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Network in network: blocks of a convolution and 1x1 convolutions, with a max-pool between blocks. The mean of one map
 * for each class takes the place of fully connected layers (Lin, Chen and Yan, "Network in network", 2013, sections 3.1
 * and 3.2).
 *
 * <p>The defaults are d2l.ai's form for 224x224 images: blocks of 96, 256 and 384 channels, and dropout before the last
 * block.
 *
 * <p>A network has at most 2,000 layers. Each tensor, and its parameters together, must have fewer than 2^31 values.
 *
 * <pre>
 *   &#64;Nin(input = &#64;Input(channels = 1, height = 224, width = 224), classes = 10)
 *   public interface GarmentsSpec {}      // javac generates Garments
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Nin {
    /**
     * {@return the simple name of the generated class; empty means the interface's name without its ending
     * {@code Spec}}
     */
    String name() default "";

    /** {@return the shape of one image, 3x224x224 by default} */
    Input input() default @Input(channels = 3, height = 224, width = 224);

    /** {@return the number of classes, at least 2; with a loss of labels or numbers, the number of those, at least 1} */
    int classes() default 1000;

    /** {@return the blocks before the last one, in order, at least one} */
    Block[] blocks() default {
        @Block(channels = 96, kernel = 11, stride = 4),
        @Block(channels = 256, kernel = 5, padding = 2),
        @Block(channels = 384, kernel = 3, padding = 1, dropout = 0.5)
    };

    /** {@return the last block, which computes one map for each class} */
    Last last() default @Last(kernel = 3, padding = 1);

    /**
     * {@return whether ReLU follows the convolution that computes the class maps}
     *
     * <p>It leaves no output below 0. With a loss of labels or numbers, set it to false: no label would get a probability
     * below one half, and no number could be negative.
     */
    boolean reluOnClassMaps() default true;

    /**
     * {@return the average pool of the class maps: none for the mean of each whole map, or one whose output is a single
     * pixel}
     */
    Pool[] averagePool() default {};

    /** {@return the function that training minimizes, cross-entropy by default} */
    Loss loss() default Loss.CROSS_ENTROPY;

    /** {@return gamma of {@link Loss#FOCAL}, at least 0; the paper's 2 by default} */
    double focalGamma() default 2;

    /** {@return delta of {@link Loss#HUBER}, in the units of the targets, above 0; 1 by default} */
    double huberDelta() default 1;

    /** A convolution and 1x1 convolutions, each with a square kernel, a bias and ReLU, then a max-pool and dropout. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Block {
        /** {@return the number of output channels of the first convolution, at least 1} */
        int channels();

        /** {@return the height and width of the first convolution's kernel in pixels, at least 1} */
        int kernel();

        /** {@return the step between the first convolution's windows in pixels, at least 1} */
        int stride() default 1;

        /** {@return the number of zeros added on each side of the block's input, at least 0} */
        int padding() default 0;

        /** {@return the 1x1 convolutions after the first one, in order; at most 50, two by default} */
        Pointwise[] pointwise() default {@Pointwise, @Pointwise};

        /** {@return the max-pool at the end of the block, 3x3 with stride 2 by default} */
        Pool pool() default @Pool;

        /**
         * {@return the share of the pool's output that one training step drops, at least 0 and below 1; 0 omits the
         * layer}
         */
        double dropout() default 0;
    }

    /** A convolution and 1x1 convolutions, the last of which has one output channel for each class. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Last {
        /** {@return the number of output channels of the first convolution; 0 means the number of classes} */
        int channels() default 0;

        /** {@return the height and width of the first convolution's kernel in pixels, at least 1} */
        int kernel();

        /** {@return the step between the first convolution's windows in pixels, at least 1} */
        int stride() default 1;

        /** {@return the number of zeros added on each side of the block's input, at least 0} */
        int padding() default 0;

        /**
         * {@return the 1x1 convolutions between the first one and the one that computes the class maps, in order; at
         * most 50}
         */
        Pointwise[] pointwise() default @Pointwise;
    }

    /** A 1x1 convolution with bias and ReLU. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Pointwise {
        /** {@return the number of output channels; 0 means that of the block's first convolution} */
        int channels() default 0;
    }

    /** A pool with a square window and no padding. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Pool {
        /** {@return the height and width of the window in pixels, at least 1} */
        int kernel() default 3;

        /** {@return the step between windows in pixels, at least 1} */
        int stride() default 2;
    }
}
