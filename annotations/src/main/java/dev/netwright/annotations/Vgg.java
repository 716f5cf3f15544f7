package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * VGG: blocks of stride-1 convolutions with ReLU, each followed by a 2x2 max-pool, then fully connected layers
 * (Simonyan and Zisserman, "Very deep convolutional networks for large-scale image recognition", 2014, table 1).
 *
 * <p>Configurations A to E differ only in {@link #blocks()}. Configuration C adds {@link Block#pointwise()}
 * convolutions; A-LRN adds {@link Block#lrn()} to its first block. {@link #norm()} puts a batch norm between each
 * convolution and its ReLU, as torchvision's {@code vgg16_bn} has it (Ioffe and Szegedy, 2015).
 *
 * <p>A network has at most 2,000 layers. Each tensor, and its parameters together, must have fewer than 2^31 values.
 *
 * <pre>
 *   &#64;Vgg(blocks = {
 *       &#64;Vgg.Block(convs = 1, channels = 64), &#64;Vgg.Block(convs = 1, channels = 128),
 *       &#64;Vgg.Block(convs = 2, channels = 256), &#64;Vgg.Block(convs = 2, channels = 512),
 *       &#64;Vgg.Block(convs = 2, channels = 512)})
 *   public interface Vgg11Spec {}       // configuration A; javac generates Vgg11
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Vgg {
    /**
     * {@return the simple name of the generated class; empty means the interface's name without its ending
     * {@code Spec}}
     */
    String name() default "";

    /** {@return the shape of one image, 3x224x224 by default} */
    Input input() default @Input(channels = 3, height = 224, width = 224);

    /** {@return the number of classes, at least 2; with a loss of labels or numbers, the number of those, at least 1} */
    int classes() default 1000;

    /** {@return the convolutional blocks in order, at least one} */
    Block[] blocks();

    /** {@return the number by which every block's channels are divided, at least 1; it must divide each of them} */
    int ratio() default 1;

    /** {@return the batch norm between each convolution and its ReLU: none, or one} */
    BatchNorm[] norm() default {};

    /** {@return whether the convolutions have a bias; a norm after them cancels it} */
    boolean convBias() default true;

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

    /** Convolutions of equal width, each with bias and ReLU, and the 2x2 max-pool of stride 2 after them. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Block {
        /**
         * {@return the number of convolutions with {@link #kernel()}, from 0 to 50; it and {@link #pointwise()} are not
         * both 0}
         */
        int convs();

        /**
         * {@return the number of output channels of each convolution before division by {@link Vgg#ratio()}, at least
         * 1}
         */
        int channels();

        /** {@return the height and width of the kernel in pixels, odd; padding by half of it keeps the image's size} */
        int kernel() default 3;

        /** {@return the number of 1x1 convolutions after the others (configuration C), from 0 to 50} */
        int pointwise() default 0;

        /** {@return local response normalization before the pool (configuration A-LRN): none, or one} */
        LocalResponseNorm[] lrn() default {};
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
