package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * ResNet: stages of residual blocks, each the ReLU of the sum of its convolutions and its input (He, Zhang, Ren and
 * Sun, "Deep residual learning for image recognition", 2015, table 1).
 *
 * <p>A batch norm follows each convolution, and ReLU follows the norm except at the end of a block, where the sum comes
 * first. Where a block changes the number of channels or the image's size, a 1x1 convolution with the block's stride
 * brings its input to the shape of the sum: the paper's option B.
 *
 * <p>ResNeXt and Wide ResNet are bottlenecks of other widths: {@link #groups()} and {@link #widthPerGroup()}. ResNet-D
 * has a deep {@link Stem} and {@link #averageShortcut()}. {@link #preActivation()} puts norm and ReLU before each
 * convolution.
 *
 * <p>The defaults are torchvision's form, which has a bottleneck's stride at its 3x3 convolution. For d2l.ai's form set
 * {@code convBias = true, shortcutNorm = false}.
 *
 * <p>A network has at most 2,000 layers. Each tensor, and its parameters together, must have fewer than 2^31 values.
 *
 * <pre>
 *   &#64;ResNet(stages = {
 *       &#64;ResNet.Stage(blocks = 2, channels = 64, stride = 1), &#64;ResNet.Stage(blocks = 2, channels = 128),
 *       &#64;ResNet.Stage(blocks = 2, channels = 256), &#64;ResNet.Stage(blocks = 2, channels = 512)})
 *   public interface ResNet18Spec {}    // javac generates ResNet18
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ResNet {
    /**
     * {@return the simple name of the generated class; empty means the interface's name without its ending
     * {@code Spec}}
     */
    String name() default "";

    /** {@return the shape of one image, 3x224x224 by default} */
    Input input() default @Input(channels = 3, height = 224, width = 224);

    /** {@return the number of classes, at least 2; with a loss of labels or numbers, the number of those, at least 1} */
    int classes() default 1000;

    /** {@return the convolution and max-pool before the first stage} */
    Stem stem() default @Stem;

    /** {@return the stages in order, at least one} */
    Stage[] stages();

    /** {@return the convolutions of every block, basic by default} */
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

    /** {@return whether a batch norm follows the 1x1 convolution of a shortcut} */
    boolean shortcutNorm() default true;

    /**
     * {@return the number of groups of a bottleneck's 3x3 convolution, at least 1 (Xie et al., "Aggregated residual
     * transformations for deep neural networks", 2016); basic blocks ignore it}
     */
    int groups() default 1;

    /**
     * {@return the channels of each group of a bottleneck's 3x3 convolution in a stage of 64 channels, at least 1; basic
     * blocks ignore it}
     *
     * <p>The first two convolutions of a bottleneck have {@code floor(channels * widthPerGroup / 64) * groups} channels,
     * at least one in each group, where {@code channels} is the stage's; its output has {@code channels * expansion}. 128
     * gives Wide ResNet-50-2 (Zagoruyko and Komodakis, "Wide residual networks", 2016), 4 with 32 groups ResNeXt-50
     * (32x4d).
     */
    int widthPerGroup() default 64;

    /**
     * {@return whether a shortcut with a stride averages before its 1x1 convolution, which then has stride 1; windows and
     * steps are the stride, and sizes are rounded up (He et al., "Bag of tricks for image classification with
     * convolutional neural networks", 2018, section 4.2, ResNet-D)}
     */
    boolean averageShortcut() default false;

    /**
     * {@return whether norm and ReLU come before each convolution instead of after it (He, Zhang, Ren and Sun, "Identity
     * mappings in deep residual networks", 2016, figure 4e)}
     *
     * <p>Nothing follows a sum then. A shortcut's convolution reads what the block's first ReLU gives, and has no norm. The
     * first block reads the stem, which ends with norm and ReLU already; norm and ReLU follow the last block.
     */
    boolean preActivation() default false;

    /** {@return the settings of every batch norm of the network} */
    BatchNorm norm() default @BatchNorm;

    /** {@return the function that training minimizes, cross-entropy by default} */
    Loss loss() default Loss.CROSS_ENTROPY;

    /** {@return gamma of {@link Loss#FOCAL}, at least 0; the paper's 2 by default} */
    double focalGamma() default 2;

    /** {@return delta of {@link Loss#HUBER}, in the units of the targets, above 0; 1 by default} */
    double huberDelta() default 1;

    /** Residual blocks of equal width. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Stage {
        /** {@return the number of blocks, from 1 to 100} */
        int blocks();

        /** {@return the number of output channels of each 3x3 convolution, at least 1} */
        int channels();

        /**
         * {@return the stride of the first block in pixels, at least 1; it is 1 in the first stage of every published
         * network}
         */
        int stride() default 2;
    }
}
