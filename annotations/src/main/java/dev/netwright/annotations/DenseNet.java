package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * DenseNet: dense blocks, in which each layer reads the block's input and the outputs of all layers before it, and adds
 * a few channels to them (Huang, Liu, van der Maaten and Weinberger, "Densely connected convolutional networks", 2016,
 * table 1).
 *
 * <p>A layer is batch norm, ReLU and a 3x3 convolution. With a {@link #bottleneck()}, batch norm, ReLU and a 1x1
 * convolution precede it. The transition between two blocks is batch norm, ReLU, a 1x1 convolution and a 2x2 average
 * pool. After the last block come batch norm, ReLU, a global average pool and the classifier.
 *
 * <p>The defaults are the paper's DenseNet-BC for ImageNet, as in torchvision. For d2l.ai's form set
 * {@code bottleneck = 0, convBias = true}.
 *
 * <p>A network has at most 2,000 layers. Each tensor, and its parameters together, must have fewer than 2^31 values.
 *
 * <pre>
 *   &#64;DenseNet(blocks = {
 *       &#64;DenseNet.Block(layers = 6), &#64;DenseNet.Block(layers = 12),
 *       &#64;DenseNet.Block(layers = 24), &#64;DenseNet.Block(layers = 16)})
 *   public interface DenseNet121Spec {} // javac generates DenseNet121
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface DenseNet {
    /**
     * {@return the simple name of the generated class; empty means the interface's name without its ending
     * {@code Spec}}
     */
    String name() default "";

    /** {@return the shape of one image, 3x224x224 by default} */
    Input input() default @Input(channels = 3, height = 224, width = 224);

    /** {@return the number of classes, at least 2; with a loss of labels or numbers, the number of those, at least 1} */
    int classes() default 1000;

    /** {@return the convolution and max-pool before the first block} */
    Stem stem() default @Stem;

    /** {@return the dense blocks in order, at least one} */
    Block[] blocks();

    /** {@return the number of channels that each layer adds, at least 1; the paper's growth rate k} */
    int growth() default 32;

    /**
     * {@return the channels of a layer's 1x1 convolution as a multiple of {@link #growth()}, at least 0; 0 omits the
     * convolution}
     */
    int bottleneck() default 4;

    /**
     * {@return the share of the channels that each transition keeps, above 0 and at most 1; the paper's theta}
     *
     * <p>The number of channels kept is rounded down, and is at least 1.
     */
    double compression() default 0.5;

    /** {@return whether the convolutions have a bias} */
    boolean convBias() default false;

    /** {@return the settings of every batch norm of the network} */
    BatchNorm norm() default @BatchNorm;

    /** {@return the function that training minimizes, cross-entropy by default} */
    Loss loss() default Loss.CROSS_ENTROPY;

    /** {@return gamma of {@link Loss#FOCAL}, at least 0; the paper's 2 by default} */
    double focalGamma() default 2;

    /** {@return delta of {@link Loss#HUBER}, in the units of the targets, above 0; 1 by default} */
    double huberDelta() default 1;

    /** A dense block, by its number of layers. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Block {
        /** {@return the number of layers, from 1 to 100} */
        int layers();
    }
}
