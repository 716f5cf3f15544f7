package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an annotation of your own a block: several stages that are written once and used many times with other numbers.
 * The annotation's attributes are the block's numbers. Its nested interface has the stages, in the notation of
 * {@link Network}. On a method of a network, or of another block, the annotation is that stage's main layer.
 *
 * <pre>
 *   &#64;Block
 *   public @interface Bottleneck {
 *       int width();
 *       int channels();
 *       &#64;FirstOnly int stride() default 1;
 *       int times() default 1;
 *
 *       int WIDTH = Block.A, CHANNELS = Block.B, STRIDE = Block.C;
 *
 *       interface Stages {
 *           &#64;Conv(channels = WIDTH, kernel = 1, bias = false) &#64;BatchNorm &#64;Relu void conv1();
 *           &#64;Conv(channels = WIDTH, kernel = 3, stride = STRIDE, padding = 1, groups = 32, bias = false) &#64;BatchNorm &#64;Relu void conv2();
 *           &#64;Conv(channels = CHANNELS, kernel = 1, bias = false) &#64;BatchNorm void conv3();
 *           &#64;From(From.INPUT) &#64;Conv(channels = CHANNELS, kernel = 1, stride = STRIDE, bias = false) &#64;BatchNorm &#64;SkipIfSameShape void downsample();
 *           &#64;Sum({"conv3", "downsample"}) &#64;Relu void sum();
 *       }
 *   }
 *
 *   &#64;Bottleneck(width = 256, channels = 512, stride = 2, times = 4) void layer2();
 * </pre>
 *
 * <p><b>Numbers.</b> An attribute is an {@code int} or a {@code boolean}. Its constant has its name in upper case,
 * {@code OUT_CHANNELS} for {@code outChannels}, and one of the values {@link #A} to {@link #P}, each used once. In the
 * stages the constant stands wherever a layer's attribute takes a whole number, also as a multiple or a fraction:
 * {@code 4 * WIDTH}, {@code WIDTH / 2}, rounded down. Sums of numbers can't be written; give them as attributes.
 *
 * <p><b>Repetition.</b> If the annotation has an attribute {@code times}, from 1 to 100, the block is repeated, each
 * repetition reading the one before. Parameters are named {@code layer2.0.conv1.weight}, {@code layer2.1.conv1.weight}
 * and so on; without the attribute {@code times}, {@code layer2.conv1.weight}.
 *
 * <p>The block's output is that of its last stage. A block may use others, but not itself.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.ANNOTATION_TYPE)
public @interface Block {
    /** One of the block's numbers. */
    int A = -48 * 1_647_931;

    /** One of the block's numbers. */
    int B = -48 * 1_739_693;

    /** One of the block's numbers. */
    int C = -48 * 1_787_393;

    /** One of the block's numbers. */
    int D = -48 * 1_849_291;

    /** One of the block's numbers. */
    int E = -48 * 1_938_829;

    /** One of the block's numbers. */
    int F = -48 * 1_994_833;

    /** One of the block's numbers. */
    int G = -48 * 2_030_173;

    /** One of the block's numbers. */
    int H = -48 * 2_102_267;

    /** One of the block's numbers. */
    int I = -48 * 2_195_381;

    /** One of the block's numbers. */
    int J = -48 * 2_276_591;

    /** One of the block's numbers. */
    int K = -48 * 2_315_347;

    /** One of the block's numbers. */
    int L = -48 * 2_389_781;

    /** One of the block's numbers. */
    int M = -48 * 2_441_581;

    /** One of the block's numbers. */
    int N = -48 * 2_537_363;

    /** One of the block's numbers. */
    int O = -48 * 2_625_533;

    /** One of the block's numbers. */
    int P = -48 * 2_666_101;
}
