package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * RegNet: residual blocks whose widths follow from a line (Radosavovic, Kosaraju, Girshick, He and Dollar, "Designing
 * network design spaces", 2020, section 3.3).
 *
 * <p>Block {@code j}, counted from 0, has the width {@code w0 * wm^k}, where {@code k = round(log((w0 + wa * j) / w0) /
 * log(wm))}, rounded to a multiple of 8. Halves are rounded to even numbers. Blocks of equal width are a stage. The width
 * of a stage is then rounded to a multiple of {@link #groupWidth()}, upwards if rounding down takes more than a tenth; a
 * stage that is narrower than that number has a single group.
 *
 * <p>A block is the ReLU of the sum of its input and a 1x1, a grouped 3x3 and a 1x1 convolution, all of the block's width.
 * Batch norm follows each convolution, ReLU the norms of the first two. The first block of a stage halves the maps: a 1x1
 * convolution with stride 2 and a norm adapts its input. Before the blocks comes a 3x3 convolution with stride 2.
 *
 * <p>RegNetY has squeeze and excitation after the 3x3 convolutions: {@link #squeezeExcite()}.
 *
 * <p>The defaults are RegNetX-400MF, torchvision's {@code regnet_x_400mf}, with 5,495,976 parameters.
 *
 * <p>A network has at most 2,000 layers. Each tensor, and its parameters together, must have fewer than 2^31 values.
 *
 * <pre>
 *   &#64;RegNet(depth = 16, w0 = 48, wa = 27.89, wm = 2.09, groupWidth = 8, squeezeExcite = 0.25)
 *   public interface RegNetY400Spec {}    // javac generates RegNetY400
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RegNet {
    /**
     * {@return the simple name of the generated class; empty means the interface's name without its ending
     * {@code Spec}}
     */
    String name() default "";

    /** {@return the shape of one image, 3x224x224 by default} */
    Input input() default @Input(channels = 3, height = 224, width = 224);

    /** {@return the number of classes, at least 2; with a loss of labels or numbers, the number of those, at least 1} */
    int classes() default 1000;

    /** {@return the number of output channels of the first convolution, at least 1} */
    int stem() default 32;

    /** {@return the number of blocks of all stages, from 1 to 100: the paper's d} */
    int depth() default 22;

    /** {@return the width of the first block before it is rounded, at least 8: the paper's w_0} */
    int w0() default 24;

    /** {@return how many channels the line rises from block to block, at least 0: the paper's w_a} */
    double wa() default 24.48;

    /** {@return the factor between the widths of stages, above 1: the paper's w_m} */
    double wm() default 2.54;

    /** {@return the channels of each group of the 3x3 convolutions, at least 1: the paper's g} */
    int groupWidth() default 16;

    /**
     * {@return the channels between the two convolutions of squeeze and excitation, as a share of the channels that the block
     * reads, at least 0 and below 1; 0 omits the layers, and 0.25 is the paper's}
     */
    double squeezeExcite() default 0;

    /** {@return the settings of every batch norm of the network} */
    BatchNorm norm() default @BatchNorm;

    /** {@return the function that training minimizes, cross-entropy by default} */
    Loss loss() default Loss.CROSS_ENTROPY;

    /** {@return gamma of {@link Loss#FOCAL}, at least 0; the paper's 2 by default} */
    double focalGamma() default 2;

    /** {@return delta of {@link Loss#HUBER}, in the units of the targets, above 0; 1 by default} */
    double huberDelta() default 1;
}
