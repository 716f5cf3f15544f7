package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage's residual block: the ReLU of the sum of its convolutions and its own input (He, Zhang, Ren and Sun, "Deep residual
 * learning for image recognition", 2015, figure 5).
 *
 * <p>Each convolution is followed by a batch norm, each but the last by ReLU as well. Where the block changes the number of
 * channels or the image's size, a 1x1 convolution of the block's stride fits the input to the sum. The defaults are
 * torchvision's; the form of d2l.ai has {@code convBias = true, shortcutNorm = false}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ResidualBlock {
    /** Output channels of each 3x3 convolution, at least 1. */
    int channels();

    /** Step between the windows of the block, at least 1. */
    int stride() default 1;

    /** What the block adds to its input. */
    ResidualForm form() default ResidualForm.BASIC;

    /** How many times the channels of its 3x3 convolution a bottleneck gives, at least 1; a basic block has no use for it. */
    int expansion() default 4;

    /** Whether a bottleneck's stride stands at its first 1x1 convolution, as in the paper, and not at its 3x3 convolution. */
    boolean strideFirst() default false;

    /** Whether the convolutions have a bias, which the norm behind them takes away again. */
    boolean convBias() default false;

    /** Whether a batch norm follows the 1x1 convolution beside the block. */
    boolean shortcutNorm() default true;

    /** The batch norm after each convolution. */
    BatchNorm norm() default @BatchNorm;
}
