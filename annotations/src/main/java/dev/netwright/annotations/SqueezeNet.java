package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * SqueezeNet: fire modules, each a 1x1 convolution to few channels whose output a 1x1 and a 3x3 convolution read (Iandola
 * et al., "SqueezeNet: AlexNet-level accuracy with 50x fewer parameters and &lt;0.5MB model size", 2016, table 1).
 *
 * <p>ReLU follows every convolution. A 3x3 max-pool of stride 2 that rounds sizes up precedes each stage. After the last
 * stage come dropout, a 1x1 convolution with one map for each class, and the mean of each map; there are no fully
 * connected layers. Layers are numbered as in the paper, from conv1 to conv10.
 *
 * <p>The defaults are version 1.0, with 1,248,424 parameters. Version 1.1 has a smaller stem and earlier pools.
 *
 * <p>A network has at most 2,000 layers. Each tensor, and its parameters together, must have fewer than 2^31 values.
 *
 * <pre>
 *   &#64;SqueezeNet(input = &#64;Input(channels = 3, height = 96, width = 96), classes = 10)
 *   public interface SmallPicturesSpec {}   // javac generates SmallPictures
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SqueezeNet {
    /**
     * {@return the simple name of the generated class; empty means the interface's name without its ending
     * {@code Spec}}
     */
    String name() default "";

    /** {@return the shape of one image, 3x224x224 by default} */
    Input input() default @Input(channels = 3, height = 224, width = 224);

    /** {@return the number of classes, at least 2; with a loss of labels or numbers, the number of those, at least 1} */
    int classes() default 1000;

    /** {@return the first convolution} */
    Conv conv1() default @Conv;

    /** {@return the stages in order, at least one; a max-pool precedes each} */
    Stage[] stages() default {
        @Stage(
                fires = {
                    @Fire(squeeze = 16, expand1x1 = 64, expand3x3 = 64),
                    @Fire(squeeze = 16, expand1x1 = 64, expand3x3 = 64),
                    @Fire(squeeze = 32, expand1x1 = 128, expand3x3 = 128)
                }),
        @Stage(
                fires = {
                    @Fire(squeeze = 32, expand1x1 = 128, expand3x3 = 128),
                    @Fire(squeeze = 48, expand1x1 = 192, expand3x3 = 192),
                    @Fire(squeeze = 48, expand1x1 = 192, expand3x3 = 192),
                    @Fire(squeeze = 64, expand1x1 = 256, expand3x3 = 256)
                }),
        @Stage(fires = @Fire(squeeze = 64, expand1x1 = 256, expand3x3 = 256))
    };

    /**
     * {@return the share of the values that one training step drops before the last convolution, at least 0 and below 1; 0
     * omits the layer}
     */
    double dropout() default 0.5;

    /**
     * {@return whether ReLU follows the convolution that computes the class maps, as in torchvision}
     *
     * <p>It leaves no output below 0. With a loss of labels or numbers, set it to false: no label would get a probability
     * below one half, and no number could be negative.
     */
    boolean reluOnClassMaps() default true;

    /** {@return the function that training minimizes, cross-entropy by default} */
    Loss loss() default Loss.CROSS_ENTROPY;

    /** {@return gamma of {@link Loss#FOCAL}, at least 0; the paper's 2 by default} */
    double focalGamma() default 2;

    /** {@return delta of {@link Loss#HUBER}, in the units of the targets, above 0; 1 by default} */
    double huberDelta() default 1;

    /** The first convolution, with bias and ReLU. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Conv {
        /** {@return the number of output channels, at least 1} */
        int channels() default 96;

        /** {@return the height and width of the kernel in pixels, at least 1} */
        int kernel() default 7;

        /** {@return the step between windows in pixels, at least 1} */
        int stride() default 2;

        /** {@return the number of zeros added on each side of the image, at least 0} */
        int padding() default 0;
    }

    /** A max-pool, and fire modules after it. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Stage {
        /** {@return the modules in order, from 1 to 50} */
        Fire[] fires();
    }

    /** A fire module, by the number of output channels of each convolution. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Fire {
        /** {@return the number of channels of the 1x1 convolution that the other two read, at least 1} */
        int squeeze();

        /** {@return the number of channels of the 1x1 convolution after it, at least 1} */
        int expand1x1();

        /** {@return the number of channels of the 3x3 convolution after it, at least 1} */
        int expand3x3();
    }
}
