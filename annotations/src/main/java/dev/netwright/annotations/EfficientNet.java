package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * EfficientNet: one network in many sizes (Tan and Le, "EfficientNet: rethinking model scaling for convolutional neural
 * networks", 2019, table 1; "EfficientNetV2: smaller models and faster training", 2021, table 4).
 *
 * <p>A block (MBConv) is a 1x1 convolution to more channels, a depthwise convolution, squeeze and excitation with a quarter
 * of the block's input channels, and a 1x1 convolution to fewer channels. Each convolution has batch norm; SiLU follows the
 * first two. In V2 the first stages have fused blocks (Fused-MBConv): one convolution instead of the first two, and no
 * squeeze and excitation. If a block keeps the shape, its input is added, and nothing follows the sum. An expansion of 1
 * omits the first convolution, and in fused blocks the last. After the last stage come a 1x1 convolution, the mean of each
 * map, dropout and the classifier.
 *
 * <p>A network has at most 2,000 layers. Each tensor, and its parameters together, must have fewer than 2^31 values.
 *
 * <pre>
 *   &#64;EfficientNet(classes = 10)
 *   public interface BirdsSpec {}      // javac generates Birds
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface EfficientNet {
    /**
     * {@return the simple name of the generated class; empty means the interface's name without its ending
     * {@code Spec}}
     */
    String name() default "";

    /** {@return the shape of one image, at most one; empty means three channels in the variant's published size} */
    Input[] input() default {};

    /** {@return the number of classes, at least 2; with a loss of labels or numbers, the number of those, at least 1} */
    int classes() default 1000;

    /** {@return the table of stages, and its published factors} */
    Variant variant() default Variant.B0;

    /**
     * {@return the factor of all channels, above 0, which multiplies the variant's}
     *
     * <p>Products are rounded to the nearest multiple of 8, and up if that is less than 90 % of the product.
     */
    double width() default 1;

    /**
     * {@return the factor of the number of each stage's blocks, above 0 and at most 10, which multiplies the variant's}
     *
     * <p>Products are rounded up.
     */
    double depth() default 1;

    /** {@return the dropout before the classifier, at most one; empty means the variant's, and a rate of 0 omits the layer} */
    Dropout[] dropout() default {};

    /**
     * {@return the rate of stochastic depth (Huang et al., 2016) behind the last block, at least 0 and below 1}
     *
     * <p>The rate grows linearly: block {@code i} of {@code n}, counted from 0, has {@code stochasticDepth * i / n}.
     */
    double stochasticDepth() default 0.2;

    /** {@return the settings of every batch norm of the network, at most one; empty means torchvision's for the variant} */
    BatchNorm[] norm() default {};

    /** {@return the function that training minimizes, cross-entropy by default} */
    Loss loss() default Loss.CROSS_ENTROPY;

    /** {@return gamma of {@link Loss#FOCAL}, at least 0; the paper's 2 by default} */
    double focalGamma() default 2;

    /** {@return delta of {@link Loss#HUBER}, in the units of the targets, above 0; 1 by default} */
    double huberDelta() default 1;

    /** A table of stages with factors of its width and depth. */
    enum Variant {
        /** 224x224 pixels, dropout 0.2. */
        B0,
        /** B0 with 1.1 times the depth; 240x240 pixels, dropout 0.2. */
        B1,
        /** B0 with 1.1 times the width and 1.2 times the depth; 260x260 pixels, dropout 0.3. */
        B2,
        /** B0 with 1.2 times the width and 1.4 times the depth; 300x300 pixels, dropout 0.3. */
        B3,
        /** B0 with 1.4 times the width and 1.8 times the depth; 380x380 pixels, dropout 0.4. */
        B4,
        /** B0 with 1.6 times the width and 2.2 times the depth; 456x456 pixels, dropout 0.4. */
        B5,
        /** B0 with 1.8 times the width and 2.6 times the depth; 528x528 pixels, dropout 0.5. */
        B6,
        /** B0 with 2 times the width and 3.1 times the depth; 600x600 pixels, dropout 0.5. */
        B7,
        /** EfficientNetV2-S: 384x384 pixels, dropout 0.2. */
        V2_S,
        /** EfficientNetV2-M: 480x480 pixels, dropout 0.3. */
        V2_M,
        /** EfficientNetV2-L: 480x480 pixels, dropout 0.4. */
        V2_L
    }
}
