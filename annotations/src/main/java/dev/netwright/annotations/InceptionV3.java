package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Inception-v3: modules whose branches have factorized convolutions, such as 1x7 and 7x1 in place of 7x7 (Szegedy,
 * Vanhoucke, Ioffe, Shlens and Wojna, "Rethinking the Inception architecture for computer vision", 2015, table 1), with
 * the channels of TensorFlow's and torchvision's network.
 *
 * <p>For images of 299x299: five convolutions and two max-pools give 192x35x35; modules A follow, then module B, which
 * halves the maps, modules C on 17x17, module D, which halves them again, and modules E on 8x8. A branch with a pool has
 * an average of 3x3 pixels in A, C and E, in which padding counts as 0, and a maximum in B and D. Then come the mean of
 * each map, dropout and the classifier. Each convolution has batch norm and ReLU, and no bias.
 *
 * <p>torchvision's published weights expect images normalized with mean and deviation 0.5: its {@code transform_input}
 * computes such images from those normalized with ImageNet's means and deviations.
 *
 * <p>A network has at most 2,000 layers. Each tensor, and its parameters together, must have fewer than 2^31 values.
 *
 * <pre>
 *   &#64;InceptionV3(classes = 10)
 *   public interface TenThingsSpec {}   // javac generates TenThings
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface InceptionV3 {
    /**
     * {@return the simple name of the generated class; empty means the interface's name without its ending
     * {@code Spec}}
     */
    String name() default "";

    /** {@return the shape of one image, 3x299x299 by default; at least 75 rows and columns} */
    Input input() default @Input(channels = 3, height = 299, width = 299);

    /** {@return the number of classes, at least 2; with a loss of labels or numbers, the number of those, at least 1} */
    int classes() default 1000;

    /**
     * {@return the factor of the channels of each convolution, except the classifiers, above 0; products are rounded down,
     * and are at least 1}
     */
    double width() default 1;

    /** {@return the modules A, on maps of 35x35, from 1 to 25; they are lettered from b on} */
    A[] a() default {@A(pool = 32), @A(pool = 64), @A(pool = 64)};

    /** {@return the modules C, on maps of 17x17, from 1 to 25; they are lettered from b on} */
    C[] c() default {@C(channels = 128), @C(channels = 160), @C(channels = 160), @C(channels = 192)};

    /** {@return the number of modules E, on maps of 8x8, from 1 to 25; they are lettered from b on} */
    int e() default 2;

    /** {@return an auxiliary classifier that reads the last module C: none, or one} */
    Auxiliary[] auxiliary() default {};

    /** {@return the share of the features that one training step drops before the classifier, at least 0 and below 1} */
    double dropout() default 0.5;

    /** {@return the settings of every batch norm of the network} */
    BatchNorm norm() default @BatchNorm(epsilon = 1e-3);

    /**
     * {@return the function that training minimizes, cross-entropy by default; that of the auxiliary classifier too}
     */
    Loss loss() default Loss.CROSS_ENTROPY;

    /** {@return gamma of {@link Loss#FOCAL}, at least 0; the paper's 2 by default} */
    double focalGamma() default 2;

    /** {@return delta of {@link Loss#HUBER}, in the units of the targets, above 0; 1 by default} */
    double huberDelta() default 1;

    /** A module of figure 5 of the paper: branches of 1x1, of 5x5, of twice 3x3, and of an average. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface A {
        /** {@return the number of channels of the convolution after the average, before {@link InceptionV3#width()}, at least 1} */
        int pool();
    }

    /** A module of figure 6: branches of 1x1, of 1x7 and 7x1, of twice 7x1 and 1x7, and of an average. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface C {
        /**
         * {@return the number of channels of the 1x7 and 7x1 convolutions but the last of each branch, before
         * {@link InceptionV3#width()}, at least 1}
         */
        int channels();
    }

    /**
     * A classifier that exists in training only: a 5x5 average pool of stride 3, a 1x1 and a 5x5 convolution, the mean of
     * each map, and a fully connected layer (section 4 of the paper). The maps must have 17 rows and columns or more.
     */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Auxiliary {
        /**
         * {@return the factor of this classifier's loss in the training loss, above 0; the network's own loss has
         * factor 1}
         */
        double weight() default 0.4;
    }
}
