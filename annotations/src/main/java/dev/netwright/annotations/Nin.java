package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Network in network: blocks of a convolution and 1x1 convolutions, a max-pool between blocks, and the mean of one map for
 * each class in place of fully connected layers (Lin, Chen and Yan, "Network in network", 2013, sections 3.1 and 3.2).
 *
 * <p>The defaults are the form of d2l.ai for 224x224 images: blocks of 96, 256 and 384 channels and dropout before the last
 * block.
 *
 * <p>A network has at most 500 layers, and each of its tensors, its parameters together among them, below 2^31 values.
 *
 * <pre>
 *   &#64;Nin(input = &#64;Input(channels = 1, height = 224, width = 224), classes = 10)
 *   public interface GarmentsSpec {}      // javac writes Garments beside it
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Nin {
    /** Simple name of the generated class; by default the interface's name without its ending {@code Spec}. */
    String name() default "";

    /** Shape of one image. */
    Input input() default @Input(channels = 3, height = 224, width = 224);

    /** Number of classes, at least 2. */
    int classes() default 1000;

    /** The blocks before the last one, from the input on, at least one. */
    Block[] blocks() default {
        @Block(channels = 96, kernel = 11, stride = 4),
        @Block(channels = 256, kernel = 5, padding = 2),
        @Block(channels = 384, kernel = 3, padding = 1, dropout = 0.5)
    };

    /** The last block, which gives one map for each class. */
    Last last() default @Last(kernel = 3, padding = 1);

    /** Whether the last convolution, which gives the classes' maps, has ReLU as the others have. */
    boolean reluOnClassMaps() default true;

    /** The average pool of the classes' maps: none for the mean of each map, or one whose window leaves a single pixel. */
    Pool[] averagePool() default {};

    /** A convolution and 1x1 convolutions, each with a square kernel, a bias and ReLU, then a max-pool and dropout. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Block {
        /** Output channels of the first convolution, at least 1. */
        int channels();

        /** Height and width of its kernel, at least 1. */
        int kernel();

        /** Its step between windows, at least 1. */
        int stride() default 1;

        /** Zeros added to its input on each side, at least 0. */
        int padding() default 0;

        /** The 1x1 convolutions after it, in order: at most 50. */
        Pointwise[] pointwise() default {@Pointwise, @Pointwise};

        /** The max-pool after them. */
        Pool pool() default @Pool;

        /** Share of the pool's output that one training step drops, at least 0 and below 1; 0 leaves the layer out. */
        double dropout() default 0;
    }

    /** A convolution and 1x1 convolutions, the last of which has one channel for each class. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Last {
        /** Output channels of the first convolution, or 0 for as many as classes. */
        int channels() default 0;

        /** Height and width of its kernel, at least 1. */
        int kernel();

        /** Its step between windows, at least 1. */
        int stride() default 1;

        /** Zeros added to its input on each side, at least 0. */
        int padding() default 0;

        /** The 1x1 convolutions between it and the last one, which is not among them, in order: at most 50. */
        Pointwise[] pointwise() default @Pointwise;
    }

    /** A 1x1 convolution. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Pointwise {
        /** Output channels, or 0 for those of its block's first convolution. */
        int channels() default 0;
    }

    /** A pool with a square window and no padding. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Pool {
        /** Height and width of the window, at least 1. */
        int kernel() default 3;

        /** Step between windows, at least 1. */
        int stride() default 2;
    }
}
