package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A feed-forward network written layer by layer. Each method of the interface is a stage; stages run in the order of
 * the source, and a stage has its method's name. A stage reads the one before it, or the earlier one that {@link From}
 * names. {@link Sum}, {@link Product} and {@link Concat} join stages. The last stage is the network's output.
 *
 * <p>A stage has one main layer, such as {@link Conv}, {@link MaxPool}, {@link Linear} or {@link ResidualBlock}: any
 * method annotation that isn't one of the following. At most one norm ({@link BatchNorm}, {@link LayerNorm} or
 * {@link GroupNorm}), one activation, and one {@link Dropout} or {@link StochasticDepth} follow it. They run in this order, however they are written; for another order, write several stages.
 * A stage may have no main layer. The activations are {@link Relu}, {@link Relu6}, {@link LeakyRelu}, {@link Elu},
 * {@link Gelu}, {@link Silu}, {@link HardSwish}, {@link Mish}, {@link Sigmoid}, {@link HardSigmoid} and {@link Tanh}.
 * Stages that repeat with other numbers are a {@link Block}.
 *
 * <p>The methods are abstract, void and without parameters; they are never called. A stage's name has at most 40 bytes
 * in UTF-8. Parameters are named after it: {@code stem.weight}, {@code stem.bias}, {@code stem.norm.weight}.
 *
 * <p>A network has at most 2,000 layers. Each tensor, and its parameters together, must have fewer than 2^31 values.
 *
 * <pre>
 *   &#64;Network(input = &#64;Input(channels = 1, height = 28, width = 28))
 *   public interface DigitsSpec {       // javac generates Digits
 *       &#64;Conv(channels = 32, kernel = 3, padding = 1) &#64;BatchNorm &#64;Relu void stem();
 *       &#64;MaxPool(kernel = 2) void halved();
 *       &#64;Linear(units = 128) &#64;Relu &#64;Dropout(rate = 0.5) void hidden();
 *       &#64;Linear(units = 10) void classes();
 *   }
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Network {
    /**
     * {@return the simple name of the generated class; empty means the interface's name without its ending
     * {@code Spec}}
     */
    String name() default "";

    /** {@return the shape of one image} */
    Input input();

    /**
     * {@return the function that training minimizes, cross-entropy by default}
     *
     * <p>Losses of classes and labels need a last stage whose output is a vector, with a value for each of at least 2 classes or for each
     * label, or as many channels of one pixel. Losses of pixels need a last stage whose output is an image with the rows and columns of
     * {@link #input}, and with a channel for each of at least 2 classes.
     */
    Loss loss() default Loss.CROSS_ENTROPY;

    /** {@return gamma of {@link Loss#FOCAL}, at least 0; the paper's 2 by default} */
    double focalGamma() default 2;

    /** {@return delta of {@link Loss#HUBER}, in the units of the targets, above 0; 1 by default} */
    double huberDelta() default 1;
}
