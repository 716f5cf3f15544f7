package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * VGG: blocks of stride-1 convolutions with ReLU, each block closed by a 2x2 max-pool, then fully connected layers
 * (Simonyan and Zisserman, "Very deep convolutional networks for large-scale image recognition", 2014, table 1).
 *
 * <p>Configurations A to E differ only in {@link #blocks()}; C adds {@link Block#pointwise()} convolutions, A-LRN adds
 * {@link Block#lrn()} to its first block.
 *
 * <p>A network has at most 500 layers, and each of its tensors, its parameters together among them, below 2^31 values.
 *
 * <pre>
 *   &#64;Vgg(blocks = {
 *       &#64;Vgg.Block(convs = 1, channels = 64), &#64;Vgg.Block(convs = 1, channels = 128),
 *       &#64;Vgg.Block(convs = 2, channels = 256), &#64;Vgg.Block(convs = 2, channels = 512),
 *       &#64;Vgg.Block(convs = 2, channels = 512)})
 *   public interface Vgg11Spec {}       // configuration A; javac writes Vgg11 beside it
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Vgg {
    /** Simple name of the generated class; by default the interface's name without its ending {@code Spec}. */
    String name() default "";

    /** Shape of one image. */
    Input input() default @Input(channels = 3, height = 224, width = 224);

    /** Number of classes, at least 2. */
    int classes() default 1000;

    /** The convolutional blocks from the input on, at least one. */
    Block[] blocks();

    /** Divides every block's channels, at least 1; each must be divisible by it. */
    int ratio() default 1;

    /** The hidden fully connected layers before the output layer, in order: at most 50. */
    Hidden[] hidden() default {@Hidden, @Hidden};

    /** Where the hidden layers' dropout stands. */
    DropoutPlace dropoutPlace() default DropoutPlace.AFTER_ACTIVATION;

    /** What training lowers. */
    Loss loss() default Loss.CROSS_ENTROPY;

    /** Convolutions of equal width, each with bias and ReLU, and the 2x2 max-pool of stride 2 after them. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Block {
        /** Number of convolutions with {@link #kernel()}, from 0 to 50; with {@link #pointwise()}, at least 1. */
        int convs();

        /** Output channels of each convolution before division by {@link Vgg#ratio()}, at least 1. */
        int channels();

        /** Height and width of the kernel: odd, padded by half of it so that the size stays. */
        int kernel() default 3;

        /** Number of 1x1 convolutions after the others (configuration C), from 0 to 50. */
        int pointwise() default 0;

        /** Local response normalization before the pool (configuration A-LRN): none, or one. */
        LocalResponseNorm[] lrn() default {};
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
