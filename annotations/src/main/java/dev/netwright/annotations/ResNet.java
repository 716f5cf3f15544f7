package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * ResNet: stages of residual blocks, each the ReLU of a sum of convolutions and the block's own input
 * (He, Zhang, Ren and Sun, "Deep residual learning for image recognition", 2015, table 1).
 *
 * <p>Each convolution is followed by a batch norm, each but a block's last one by ReLU as well. Where a block changes the number
 * of channels or the image's size, a 1x1 convolution of the block's stride fits the input to the sum: the paper's option B.
 *
 * <p>The defaults are torchvision's form, with the stride of a bottleneck at its 3x3 convolution. The form of d2l.ai has
 * {@code convBias = true, shortcutNorm = false}.
 *
 * <p>A network has at most 500 layers, and each of its tensors, its parameters together among them, below 2^31 values.
 *
 * <pre>
 *   &#64;ResNet(stages = {
 *       &#64;ResNet.Stage(blocks = 2, channels = 64, stride = 1), &#64;ResNet.Stage(blocks = 2, channels = 128),
 *       &#64;ResNet.Stage(blocks = 2, channels = 256), &#64;ResNet.Stage(blocks = 2, channels = 512)})
 *   public interface ResNet18Spec {}    // javac writes ResNet18 beside it
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ResNet {
    /** Simple name of the generated class; by default the interface's name without its ending {@code Spec}. */
    String name() default "";

    /** Shape of one image. */
    Input input() default @Input(channels = 3, height = 224, width = 224);

    /** Number of classes, at least 2. */
    int classes() default 1000;

    /** What stands before the first stage. */
    Stem stem() default @Stem;

    /** The stages from the stem on, at least one. */
    Stage[] stages();

    /** What every block adds to its input. */
    ResidualForm form() default ResidualForm.BASIC;

    /** How many times the channels of its 3x3 convolution a bottleneck gives, at least 1; a basic block has no use for it. */
    int expansion() default 4;

    /** Whether a bottleneck's stride stands at its first 1x1 convolution, as in the paper, and not at its 3x3 convolution. */
    boolean strideFirst() default false;

    /** Whether the convolutions have a bias, which the norm behind them takes away again. */
    boolean convBias() default false;

    /** Whether a batch norm follows the 1x1 convolution beside a block. */
    boolean shortcutNorm() default true;

    /** The batch norm after each convolution. */
    BatchNorm norm() default @BatchNorm;

    /** Residual blocks of equal width. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Stage {
        /** Number of blocks, from 1 to 100. */
        int blocks();

        /** Output channels of each 3x3 convolution, at least 1. */
        int channels();

        /** Step between the windows of the first block, at least 1: 1 in the first stage of every published network. */
        int stride() default 2;
    }
}
