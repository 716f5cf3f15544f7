package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Inception networks such as GoogLeNet: stages of modules, each of four branches whose channels are joined
 * (Szegedy et al., "Going deeper with convolutions", 2014, table 1).
 *
 * <p>A module's branches are a 1x1 convolution; a 1x1 and a 3x3 convolution; a 1x1 and a 5x5 convolution; a 3x3 max-pool of
 * stride 1 and a 1x1 convolution. They are joined in this order. Every convolution is followed by ReLU, and with {@link #norm()}
 * by a batch norm before it; then it has no bias.
 *
 * <p>The defaults are GoogLeNet as in d2l.ai: without the paper's dropout, auxiliary classifiers and local response norms.
 * Auxiliary classifiers exist in training alone: their weighted losses are added to the network's, and at inference nothing of
 * them is computed.
 *
 * <p>A network has at most 500 layers, and each of its tensors, its parameters together among them, below 2^31 values.
 *
 * <pre>
 *   &#64;Inception(input = &#64;Input(channels = 1, height = 96, width = 96), classes = 10)
 *   public interface GoogLeNetSpec {}   // javac writes GoogLeNet beside it
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Inception {
    /** Simple name of the generated class; by default the interface's name without its ending {@code Spec}. */
    String name() default "";

    /** Shape of one image. */
    Input input() default @Input(channels = 3, height = 224, width = 224);

    /** Number of classes, at least 2. */
    int classes() default 1000;

    /** What stands before the first stage. */
    Stem stem() default @Stem;

    /** The stages from the stem on, at least one; they are numbered from 3 on, as in the paper. */
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

    /** The batch norm after each convolution: none, or one (Ioffe and Szegedy, 2015, section 4.2). */
    BatchNorm[] norm() default {};

    /** Share of the features that one training step drops before the classifier, at least 0 and below 1; the paper's is 0.4. */
    double dropout() default 0;

    /**
     * A convolution and a pool, then a 1x1 convolution, a 3x3 convolution and a pool.
     */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Stem {
        /** Output channels of the first convolution, at least 1. */
        int channels() default 64;

        /** Height and width of its kernel, at least 1. */
        int kernel() default 7;

        /** Step between its windows, at least 1. */
        int stride() default 2;

        /** Zeros added on each side, at least 0. */
        int padding() default 3;

        /** The pool behind it. */
        Pool pool1() default @Pool;

        /** Output channels of the 1x1 convolution, at least 1. */
        int reduce3x3() default 64;

        /** Output channels of the 3x3 convolution, at least 1. */
        int c3x3() default 192;

        /** The pool behind it. */
        Pool pool2() default @Pool;
    }

    /** Modules, and the pool behind the last of them. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Stage {
        /** The modules, 1 to 26: they are lettered from a to z. */
        Module[] modules();

        /** The pool behind them: none, or one. */
        Pool[] pool() default {};
    }

    /** One module, by the output channels of its convolutions. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Module {
        /** Channels of the 1x1 convolution alone, at least 1. */
        int c1x1();

        /** Channels of the 1x1 convolution before the 3x3 one, at least 1. */
        int reduce3x3();

        /** Channels of the 3x3 convolution, at least 1. */
        int c3x3();

        /** Channels of the 1x1 convolution before the 5x5 one, at least 1. */
        int reduce5x5();

        /** Channels of the 5x5 convolution, at least 1. */
        int c5x5();

        /** Channels of the 1x1 convolution behind the pool, at least 1. */
        int pool();

        /** An auxiliary classifier that reads what the module gives: none, or one. */
        Auxiliary[] auxiliary() default {};
    }

    /** A max-pool with a square window. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Pool {
        /** Height and width of the window, at least 1. */
        int kernel() default 3;

        /** Step between windows, at least 1. */
        int stride() default 2;

        /** Places without a value added on each side, from 0 to half of the kernel. */
        int padding() default 1;

        /** Whether a last window that isn't full counts: sizes are then rounded up. */
        boolean ceil() default false;
    }

    /**
     * A classifier for training alone: an average pool, a 1x1 convolution with ReLU, a fully connected layer with ReLU, dropout,
     * and a fully connected layer (section 5).
     */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Auxiliary {
        /** Height and width of the average pool's window, at least 1. */
        int kernel() default 5;

        /** Step between its windows, at least 1. */
        int stride() default 3;

        /** Output channels of the 1x1 convolution, at least 1. */
        int channels() default 128;

        /** Units of the first fully connected layer, at least 1. */
        int units() default 1024;

        /** Share of the units that one training step drops, at least 0 and below 1. */
        double dropout() default 0.7;

        /** Factor of its loss beside the network's own, above 0. */
        double weight() default 0.3;
    }
}
