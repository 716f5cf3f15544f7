package dev.netwright.models.mobilenet;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Block;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.Dropout;
import dev.netwright.annotations.FirstOnly;
import dev.netwright.annotations.GlobalAveragePool;
import dev.netwright.annotations.HardSwish;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.OnlyIf;
import dev.netwright.annotations.Relu;
import dev.netwright.annotations.SkipIfSameShape;
import dev.netwright.annotations.SqueezeExcite;
import dev.netwright.annotations.Sum;

/**
 * MobileNetV3-Small of Howard et al. (2019), table 2, for grey images of 32x32 in 10 classes: 1,527,818 parameters. The first convolution and
 * the first block have stride 1 in place of 2, so that the last maps have 4x4 pixels and not a single one. Everything else is torchvision's,
 * as in {@link ImageNetMobileNetV3SmallSpec}.
 */
@Network(input = @Input(channels = 1, height = 32, width = 32))
public interface MobileNetV3SmallAt32Spec {
    /** 1x32x32 to 16x32x32; stride 2 in the paper. */
    @Conv(channels = 16, kernel = 3, padding = 1, bias = false)
    @BatchNorm(epsilon = 0.001, momentum = 0.01)
    @HardSwish
    void conv1();

    /** Of the same shape; stride 2 in the paper. */
    @Bneck(kernel = 3, expanded = 16, channels = 16, squeezed = 8)
    void bneck1();

    /** To 24x16x16. */
    @Bneck(kernel = 3, expanded = 72, channels = 24, stride = 2)
    void bneck2();

    /** Of the same shape. */
    @Bneck(kernel = 3, expanded = 88, channels = 24)
    void bneck3();

    /** To 40x8x8. */
    @Bneck(kernel = 5, expanded = 96, channels = 40, squeezed = 24, hard = true, stride = 2)
    void bneck4();

    /** Blocks 5 and 6, of the same shape. */
    @Bneck(kernel = 5, expanded = 240, channels = 40, squeezed = 64, hard = true, times = 2)
    void bneck5();

    /** To 48x8x8. */
    @Bneck(kernel = 5, expanded = 120, channels = 48, squeezed = 32, hard = true)
    void bneck7();

    /** Of the same shape. */
    @Bneck(kernel = 5, expanded = 144, channels = 48, squeezed = 40, hard = true)
    void bneck8();

    /** To 96x4x4. */
    @Bneck(kernel = 5, expanded = 288, channels = 96, squeezed = 72, hard = true, stride = 2)
    void bneck9();

    /** Blocks 10 and 11, of the same shape. */
    @Bneck(kernel = 5, expanded = 576, channels = 96, squeezed = 144, hard = true, times = 2)
    void bneck10();

    /** To 576x4x4. */
    @Conv(channels = 576, kernel = 1, bias = false)
    @BatchNorm(epsilon = 0.001, momentum = 0.01)
    @HardSwish
    void conv_last();

    /** To 576 values. */
    @GlobalAveragePool
    void pool();

    /** To 1,024 values. */
    @Linear(units = 1024)
    @HardSwish
    @Dropout(rate = 0.2)
    void fc1();

    /** To 10 scores. */
    @Linear(units = 10)
    void fc2();

    /** A row of the paper's table. */
    @Block
    @interface Bneck {
        /** {@return rows and columns of the depthwise convolution's kernel} */
        int kernel();

        /** {@return channels of the depthwise convolution} */
        int expanded();

        /** {@return channels of the output} */
        int channels();

        /** {@return width of squeeze and excitation; 0 omits it} */
        int squeezed() default 0;

        /** {@return whether hard-swish stands in place of ReLU} */
        boolean hard() default false;

        /** {@return stride of the depthwise convolution of the first repetition} */
        @FirstOnly
        int stride() default 1;

        /** {@return the number of blocks} */
        int times() default 1;

        /** The kernel in the stages. */
        int KERNEL = Block.A;

        /** The inner channels in the stages. */
        int EXPANDED = Block.B;

        /** The channels in the stages. */
        int CHANNELS = Block.C;

        /** The width of squeeze and excitation in the stages. */
        int SQUEEZED = Block.D;

        /** The choice of the activation in the stages. */
        int HARD = Block.E;

        /** The stride in the stages. */
        int STRIDE = Block.F;

        /** The block's stages. */
        interface Stages {
            /** To the inner channels, in a row with ReLU. */
            @OnlyIf(value = HARD, isZero = true)
            @SkipIfSameShape
            @Conv(channels = EXPANDED, kernel = 1, bias = false)
            @BatchNorm(epsilon = 0.001, momentum = 0.01)
            @Relu
            void expand();

            /** To the inner channels, in a row with hard-swish. */
            @OnlyIf(HARD)
            @SkipIfSameShape
            @Conv(channels = EXPANDED, kernel = 1, bias = false)
            @BatchNorm(epsilon = 0.001, momentum = 0.01)
            @HardSwish
            void expandHard();

            /** Each channel by itself. */
            @Conv(
                    channels = EXPANDED,
                    kernel = KERNEL,
                    stride = STRIDE,
                    padding = KERNEL / 2,
                    groups = EXPANDED,
                    bias = false)
            @BatchNorm(epsilon = 0.001, momentum = 0.01)
            void depthwise();

            /** In a row with ReLU. */
            @OnlyIf(value = HARD, isZero = true)
            @Relu
            void relu();

            /** In a row with hard-swish. */
            @OnlyIf(HARD)
            @HardSwish
            void hardSwish();

            /** Weighs channels. */
            @OnlyIf(SQUEEZED)
            @SqueezeExcite(width = SQUEEZED, gate = SqueezeExcite.Gate.HARD_SIGMOID)
            void se();

            /** To the channels of the output. */
            @Conv(channels = CHANNELS, kernel = 1, bias = false)
            @BatchNorm(epsilon = 0.001, momentum = 0.01)
            void project();

            /** With the input, if the shape is kept. */
            @Sum(
                    value = {"project", "input"},
                    ifSameShape = true)
            void sum();
        }
    }
}
