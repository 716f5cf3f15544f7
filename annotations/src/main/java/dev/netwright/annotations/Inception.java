package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Inception networks such as GoogLeNet: stages of modules, each of which concatenates the channels of four branches
 * (Szegedy et al., "Going deeper with convolutions", 2014, table 1).
 *
 * <p>A module's branches are, in the order of concatenation: a 1x1 convolution; a 1x1 and a 3x3 convolution; a 1x1 and
 * a 5x5 convolution; a 3x3 max-pool of stride 1 and a 1x1 convolution. ReLU follows every convolution. With
 * {@link #norm()}, a batch norm stands between the two, and the convolution has no bias.
 *
 * <p>The defaults are GoogLeNet as in d2l.ai, without the paper's dropout, auxiliary classifiers and local response
 * norms. Auxiliary classifiers exist in training only: their weighted losses are added to the network's. Inference
 * doesn't compute them.
 *
 * <p>torchvision's GoogLeNet is {@code dev.netwright.models.inception.TorchvisionGoogLeNet}: {@code kernel5x5 = 3}, norms
 * with an epsilon of 0.001 and pools that round up.
 *
 * <p>A network has at most 2,000 layers. Each tensor, and its parameters together, must have fewer than 2^31 values.
 *
 * <pre>
 *   &#64;Inception(input = &#64;Input(channels = 1, height = 96, width = 96), classes = 10)
 *   public interface GoogLeNetSpec {}   // javac generates GoogLeNet
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Inception {
    /**
     * {@return the simple name of the generated class; empty means the interface's name without its ending
     * {@code Spec}}
     */
    String name() default "";

    /** {@return the shape of one image, 3x224x224 by default} */
    Input input() default @Input(channels = 3, height = 224, width = 224);

    /** {@return the number of classes, at least 2; with a loss of labels or numbers, the number of those, at least 1} */
    int classes() default 1000;

    /** {@return the convolutions and pools before the first stage} */
    Stem stem() default @Stem;

    /** {@return the stages in order, at least one; they are numbered from 3 on, as in the paper} */
    Stage[] stages() default {
        @Stage(
                modules = {
                    @Module(c1x1 = 64, reduce3x3 = 96, c3x3 = 128, reduce5x5 = 16, c5x5 = 32, pool = 32),
                    @Module(c1x1 = 128, reduce3x3 = 128, c3x3 = 192, reduce5x5 = 32, c5x5 = 96, pool = 64)
                },
                pool = @Pool),
        @Stage(
                modules = {
                    @Module(c1x1 = 192, reduce3x3 = 96, c3x3 = 208, reduce5x5 = 16, c5x5 = 48, pool = 64),
                    @Module(c1x1 = 160, reduce3x3 = 112, c3x3 = 224, reduce5x5 = 24, c5x5 = 64, pool = 64),
                    @Module(c1x1 = 128, reduce3x3 = 128, c3x3 = 256, reduce5x5 = 24, c5x5 = 64, pool = 64),
                    @Module(c1x1 = 112, reduce3x3 = 144, c3x3 = 288, reduce5x5 = 32, c5x5 = 64, pool = 64),
                    @Module(c1x1 = 256, reduce3x3 = 160, c3x3 = 320, reduce5x5 = 32, c5x5 = 128, pool = 128)
                },
                pool = @Pool),
        @Stage(
                modules = {
                    @Module(c1x1 = 256, reduce3x3 = 160, c3x3 = 320, reduce5x5 = 32, c5x5 = 128, pool = 128),
                    @Module(c1x1 = 384, reduce3x3 = 192, c3x3 = 384, reduce5x5 = 48, c5x5 = 128, pool = 128)
                })
    };

    /**
     * {@return the height and width of the kernel of each module's 5x5 convolution, odd; 3 is torchvision's, whose issue
     * 906 explains why}
     */
    int kernel5x5() default 5;

    /** {@return the batch norm after each convolution: none, or one (Ioffe and Szegedy, 2015, section 4.2)} */
    BatchNorm[] norm() default {};

    /**
     * {@return the share of the features that one training step drops before the classifier, at least 0 and below 1;
     * 0.4 in the paper}
     */
    double dropout() default 0;

    /**
     * {@return the function that training minimizes, cross-entropy by default; that of the auxiliary classifiers too}
     */
    Loss loss() default Loss.CROSS_ENTROPY;

    /** {@return gamma of {@link Loss#FOCAL}, at least 0; the paper's 2 by default} */
    double focalGamma() default 2;

    /** {@return delta of {@link Loss#HUBER}, in the units of the targets, above 0; 1 by default} */
    double huberDelta() default 1;

    /** The first layers: a convolution and a max-pool, then a 1x1 convolution, a 3x3 convolution and a max-pool. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Stem {
        /** {@return the number of output channels of the first convolution, at least 1} */
        int channels() default 64;

        /** {@return the height and width of the first convolution's kernel in pixels, at least 1} */
        int kernel() default 7;

        /** {@return the step between the first convolution's windows in pixels, at least 1} */
        int stride() default 2;

        /** {@return the number of zeros added on each side of the first convolution's input, at least 0} */
        int padding() default 3;

        /** {@return the max-pool after the first convolution, 3x3 with stride 2 by default} */
        Pool pool1() default @Pool;

        /** {@return the number of output channels of the 1x1 convolution, at least 1} */
        int reduce3x3() default 64;

        /** {@return the number of output channels of the 3x3 convolution, at least 1} */
        int c3x3() default 192;

        /** {@return the max-pool after the 3x3 convolution, 3x3 with stride 2 by default} */
        Pool pool2() default @Pool;
    }

    /** Modules, and an optional max-pool after the last of them. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Stage {
        /** {@return the modules in order, from 1 to 26; they are lettered from a to z} */
        Module[] modules();

        /** {@return the max-pool after the modules: none, or one} */
        Pool[] pool() default {};
    }

    /** One module, by the number of output channels of each convolution. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Module {
        /** {@return the number of channels of the 1x1 convolution that is a branch by itself, at least 1} */
        int c1x1();

        /** {@return the number of channels of the 1x1 convolution before the 3x3 one, at least 1} */
        int reduce3x3();

        /** {@return the number of channels of the 3x3 convolution, at least 1} */
        int c3x3();

        /** {@return the number of channels of the 1x1 convolution before the 5x5 one, at least 1} */
        int reduce5x5();

        /** {@return the number of channels of the 5x5 convolution, at least 1} */
        int c5x5();

        /** {@return the number of channels of the 1x1 convolution after the max-pool, at least 1} */
        int pool();

        /** {@return an auxiliary classifier that reads the module's output: none, or one} */
        Auxiliary[] auxiliary() default {};
    }

    /** A max-pool with a square window. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Pool {
        /** {@return the height and width of the window in pixels, at least 1} */
        int kernel() default 3;

        /** {@return the step between windows in pixels, at least 1} */
        int stride() default 2;

        /** {@return the padding on each side in pixels, from 0 to half the kernel; padding is never the maximum} */
        int padding() default 1;

        /**
         * {@return whether output sizes are rounded up instead of down; a last window may then reach past the padded
         * image}
         */
        boolean ceil() default false;
    }

    /**
     * A classifier that exists in training only: an average pool, a 1x1 convolution with ReLU, a fully connected layer
     * with ReLU, dropout, and a fully connected layer (section 5 of the paper).
     */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Auxiliary {
        /** {@return the height and width of the average pool's window in pixels, at least 1} */
        int kernel() default 5;

        /** {@return the step between the average pool's windows in pixels, at least 1} */
        int stride() default 3;

        /** {@return the number of output channels of the 1x1 convolution, at least 1} */
        int channels() default 128;

        /** {@return the number of units of the first fully connected layer, at least 1} */
        int units() default 1024;

        /** {@return the share of the units that one training step drops, at least 0 and below 1} */
        double dropout() default 0.7;

        /**
         * {@return the factor of this classifier's loss in the training loss, above 0; the network's own loss has
         * factor 1}
         */
        double weight() default 0.3;
    }
}
