package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * ConvNeXt: residual blocks of a depthwise 7x7 convolution and two 1x1 convolutions (Liu, Mao, Wu, Feichtenhofer, Darrell
 * and Xie, "A ConvNet for the 2020s", 2022, section 2 and figure 4).
 *
 * <p>In a block, layer norm over the channels follows the depthwise convolution, GELU the first 1x1 convolution, which has
 * four times the block's channels, and layer scale the second. Stochastic depth ends the branch, which is added to the
 * block's input. Every convolution has a bias. Before the first stage are a 4x4 convolution with stride 4 and a layer norm,
 * before each other stage a layer norm and a 2x2 convolution with stride 2. The mean of each channel passes a layer norm
 * before the last fully connected layer.
 *
 * <p>The defaults are ConvNeXt-T, torchvision's {@code convnext_tiny}, with 28,589,128 parameters.
 *
 * <p>A network has at most 2,000 layers. Each tensor, and its parameters together, must have fewer than 2^31 values.
 *
 * <pre>
 *   &#64;ConvNeXt(input = &#64;Input(channels = 3, height = 96, width = 96), classes = 10, stages = {
 *       &#64;ConvNeXt.Stage(blocks = 2, channels = 40), &#64;ConvNeXt.Stage(blocks = 4, channels = 80)})
 *   public interface SmallPicturesSpec {}    // javac generates SmallPictures
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ConvNeXt {
    /**
     * {@return the simple name of the generated class; empty means the interface's name without its ending
     * {@code Spec}}
     */
    String name() default "";

    /** {@return the shape of one image, 3x224x224 by default} */
    Input input() default @Input(channels = 3, height = 224, width = 224);

    /** {@return the number of classes, at least 2; with a loss of labels or numbers, the number of those, at least 1} */
    int classes() default 1000;

    /** {@return the stages in order, at least one} */
    Stage[] stages() default {
        @Stage(blocks = 3, channels = 96),
        @Stage(blocks = 3, channels = 192),
        @Stage(blocks = 9, channels = 384),
        @Stage(blocks = 3, channels = 768)
    };

    /** {@return the first value of every factor of layer scale, above 0} */
    double layerScale() default 1e-6;

    /**
     * {@return the rate of stochastic depth in the last block, at least 0 and below 1}
     *
     * <p>The rate grows linearly from block to block, from 0 in the first one. A rate of 0 omits the layer.
     */
    double stochasticDepth() default 0.1;

    /** {@return the settings of every layer norm of the network} */
    LayerNorm norm() default @LayerNorm(epsilon = 1e-6);

    /** {@return the function that training minimizes, cross-entropy by default} */
    Loss loss() default Loss.CROSS_ENTROPY;

    /** {@return gamma of {@link Loss#FOCAL}, at least 0; the paper's 2 by default} */
    double focalGamma() default 2;

    /** {@return delta of {@link Loss#HUBER}, in the units of the targets, above 0; 1 by default} */
    double huberDelta() default 1;

    /** Blocks of equal width. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Stage {
        /** {@return the number of blocks, from 1 to 50} */
        int blocks();

        /** {@return the number of channels that a block reads and gives, at least 1} */
        int channels();
    }
}
