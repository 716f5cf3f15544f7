package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * DenseNet: blocks of layers, each of which adds a few channels to everything that the layers before it in its block gave
 * (Huang, Liu, van der Maaten and Weinberger, "Densely connected convolutional networks", 2016, table 1).
 *
 * <p>A layer is batch norm, ReLU and a 3x3 convolution; with a {@link #bottleneck()}, batch norm, ReLU and a 1x1 convolution
 * stand before it. Between two blocks stand batch norm, ReLU, a 1x1 convolution and a 2x2 average pool; behind the last one
 * batch norm, ReLU, a global average pool and the classifier.
 *
 * <p>The defaults are the paper's DenseNet-BC for ImageNet, as in torchvision. The form of d2l.ai has
 * {@code bottleneck = 0, convBias = true}.
 *
 * <p>A network has at most 500 layers, and each of its tensors, its parameters together among them, below 2^31 values.
 *
 * <pre>
 *   &#64;DenseNet(blocks = {
 *       &#64;DenseNet.Block(layers = 6), &#64;DenseNet.Block(layers = 12),
 *       &#64;DenseNet.Block(layers = 24), &#64;DenseNet.Block(layers = 16)})
 *   public interface DenseNet121Spec {} // javac writes DenseNet121 beside it
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface DenseNet {
    /** Simple name of the generated class; by default the interface's name without its ending {@code Spec}. */
    String name() default "";

    /** Shape of one image. */
    Input input() default @Input(channels = 3, height = 224, width = 224);

    /** Number of classes, at least 2. */
    int classes() default 1000;

    /** What stands before the first block. */
    Stem stem() default @Stem;

    /** The dense blocks from the stem on, at least one. */
    Block[] blocks();

    /** Channels that each layer adds, at least 1: the paper's k. */
    int growth() default 32;

    /** Channels of a layer's 1x1 convolution as a multiple of {@link #growth()}, at least 0; 0 leaves it out. */
    int bottleneck() default 4;

    /**
     * Share of the channels that each transition keeps, above 0 and at most 1: the paper's theta. Their number is rounded down,
     * and at least 1.
     */
    double compression() default 0.5;

    /** Whether the convolutions have a bias. */
    boolean convBias() default false;

    /** Every batch norm of the network. */
    BatchNorm norm() default @BatchNorm;

    /** A dense block. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Block {
        /** Number of layers, from 1 to 100. */
        int layers();
    }
}
