package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * ShuffleNet V2: units of two branches, whose channels are joined and shuffled (Ma, Zhang, Zheng and Sun, "ShuffleNet V2:
 * practical guidelines for efficient CNN architecture design", 2018, table 5).
 *
 * <p>The first unit of a stage halves the maps: both branches read its input, one through a depthwise and a 1x1
 * convolution, one through a 1x1, a depthwise and a 1x1 convolution. The other units split their channels: one half stays
 * as it is, the other goes through a 1x1, a depthwise and a 1x1 convolution. Batch norm follows each convolution, and
 * ReLU the norm of each 1x1 convolution. A shuffle in two groups ends each unit. Stages are numbered from 2 on, as in the
 * paper.
 *
 * <p>The defaults are the paper's network 1x, torchvision's {@code shufflenet_v2_x1_0}, with 2,278,604 parameters.
 *
 * <p>A network has at most 2,000 layers. Each tensor, and its parameters together, must have fewer than 2^31 values.
 *
 * <pre>
 *   &#64;ShuffleNetV2(classes = 10)
 *   public interface ShuffledSpec {}    // javac generates Shuffled
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ShuffleNetV2 {
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
    int stem() default 24;

    /** {@return the stages in order, at least one} */
    Stage[] stages() default {
        @Stage(blocks = 4, branch = 58), @Stage(blocks = 8, branch = 116), @Stage(blocks = 4, branch = 232)
    };

    /** {@return the number of output channels of the last convolution, at least 1} */
    int last() default 1024;

    /** {@return the settings of every batch norm of the network} */
    BatchNorm norm() default @BatchNorm;

    /** {@return the function that training minimizes, cross-entropy by default} */
    Loss loss() default Loss.CROSS_ENTROPY;

    /** {@return gamma of {@link Loss#FOCAL}, at least 0; the paper's 2 by default} */
    double focalGamma() default 2;

    /** {@return delta of {@link Loss#HUBER}, in the units of the targets, above 0; 1 by default} */
    double huberDelta() default 1;

    /** Units of equal width; the first halves the maps. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Stage {
        /** {@return the number of units, from 1 to 50} */
        int blocks();

        /** {@return the number of channels of each branch, at least 1; a unit's output has twice as many} */
        int branch();
    }
}
