package dev.netwright.models.unet;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Block;
import dev.netwright.annotations.Concat;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Loss;
import dev.netwright.annotations.MaxPool;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Relu;
import dev.netwright.annotations.TransposedConv;

/**
 * A small U-Net (Ronneberger et al., "U-Net: convolutional networks for biomedical image segmentation", 2015, figure 1) for colour
 * pictures of 64x64 whose pixels have 4 classes. It has three levels of 8 to 64 channels in place of the paper's four of 64 to 1024, padding, so
 * that the output has the size of the input, and batch norm (Ioffe and Szegedy, 2015).
 */
@Network(input = @Input(channels = 3, height = 64, width = 64), loss = Loss.PIXEL_CROSS_ENTROPY)
public interface SmallUNetSpec {
    /** 3x64x64 to 8x64x64. */
    @DoubleConv(width = 8)
    void down1();

    /** 8x64x64 to 8x32x32. */
    @MaxPool(kernel = 2)
    void pool1();

    /** 8x32x32 to 16x32x32. */
    @DoubleConv(width = 16)
    void down2();

    /** 16x32x32 to 16x16x16. */
    @MaxPool(kernel = 2)
    void pool2();

    /** 16x16x16 to 32x16x16. */
    @DoubleConv(width = 32)
    void down3();

    /** 32x16x16 to 32x8x8. */
    @MaxPool(kernel = 2)
    void pool3();

    /** 32x8x8 to 64x8x8. */
    @DoubleConv(width = 64)
    void bottom();

    /** 64x8x8 to 32x16x16. */
    @TransposedConv(channels = 32, kernel = 2, stride = 2)
    void up3();

    /** To 64x16x16. */
    @Concat({"down3", "up3"})
    void joined3();

    /** 64x16x16 to 32x16x16. */
    @DoubleConv(width = 32)
    void level3();

    /** 32x16x16 to 16x32x32. */
    @TransposedConv(channels = 16, kernel = 2, stride = 2)
    void up2();

    /** To 32x32x32. */
    @Concat({"down2", "up2"})
    void joined2();

    /** 32x32x32 to 16x32x32. */
    @DoubleConv(width = 16)
    void level2();

    /** 16x32x32 to 8x64x64. */
    @TransposedConv(channels = 8, kernel = 2, stride = 2)
    void up1();

    /** To 16x64x64. */
    @Concat({"down1", "up1"})
    void joined1();

    /** 16x64x64 to 8x64x64. */
    @DoubleConv(width = 8)
    void level1();

    /** 8x64x64 to a score of each class at each pixel. */
    @Conv(channels = 4, kernel = 1)
    void classes();

    /** Two convolutions of one width. */
    @Block
    @interface DoubleConv {
        /** {@return output channels of both} */
        int width();

        /** The width in the stages. */
        int WIDTH = Block.A;

        /** The block's stages. */
        interface Stages {
            /** To the block's width. The norm has the bias. */
            @Conv(channels = WIDTH, kernel = 3, padding = 1, bias = false)
            @BatchNorm
            @Relu
            void conv1();

            /** Of the same shape. */
            @Conv(channels = WIDTH, kernel = 3, padding = 1, bias = false)
            @BatchNorm
            @Relu
            void conv2();
        }
    }
}
