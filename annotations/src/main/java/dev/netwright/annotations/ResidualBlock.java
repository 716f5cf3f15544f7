package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage's residual block: the ReLU of the sum of its convolutions and its input (He, Zhang, Ren and Sun, "Deep
 * residual learning for image recognition", 2015, figure 5).
 *
 * <p>A batch norm follows each convolution, and ReLU follows each norm but the last. Where the block changes the number
 * of channels or the image's size, a 1x1 convolution with the block's stride brings its input to the shape of the sum.
 * The defaults are torchvision's; for d2l.ai's form set {@code convBias = true, shortcutNorm = false}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ResidualBlock {
    /** {@return the number of output channels of each 3x3 convolution, at least 1} */
    int channels();

    /** {@return the stride of the block in pixels, at least 1} */
    int stride() default 1;

    /** {@return the convolutions of the block, basic by default} */
    ResidualForm form() default ResidualForm.BASIC;

    /**
     * {@return a bottleneck's output channels as a multiple of its 3x3 convolution's, at least 1; basic blocks ignore
     * it}
     */
    int expansion() default 4;

    /**
     * {@return whether a bottleneck's stride is at its first 1x1 convolution, as in the paper, instead of its 3x3
     * convolution}
     */
    boolean strideFirst() default false;

    /** {@return whether the convolutions have a bias; the norm after them cancels it} */
    boolean convBias() default false;

    /** {@return whether a batch norm follows the 1x1 convolution of the shortcut} */
    boolean shortcutNorm() default true;

    /** {@return the settings of every batch norm of the block} */
    BatchNorm norm() default @BatchNorm;
}
