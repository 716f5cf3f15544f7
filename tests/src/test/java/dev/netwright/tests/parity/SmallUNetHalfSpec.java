package dev.netwright.tests.parity;

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

/** SmallUNet with half of the channels, on a small image. */
@Network(input = @Input(channels = 3, height = 16, width = 24), loss = Loss.PIXEL_CROSS_ENTROPY)
interface SmallUNetHalfSpec {
    @DoubleConv(width = 4)
    void down1();

    @MaxPool(kernel = 2)
    void pool1();

    @DoubleConv(width = 8)
    void down2();

    @MaxPool(kernel = 2)
    void pool2();

    @DoubleConv(width = 16)
    void down3();

    @MaxPool(kernel = 2)
    void pool3();

    @DoubleConv(width = 32)
    void bottom();

    @TransposedConv(channels = 16, kernel = 2, stride = 2)
    void up3();

    @Concat({"down3", "up3"})
    void joined3();

    @DoubleConv(width = 16)
    void level3();

    @TransposedConv(channels = 8, kernel = 2, stride = 2)
    void up2();

    @Concat({"down2", "up2"})
    void joined2();

    @DoubleConv(width = 8)
    void level2();

    @TransposedConv(channels = 4, kernel = 2, stride = 2)
    void up1();

    @Concat({"down1", "up1"})
    void joined1();

    @DoubleConv(width = 4)
    void level1();

    @Conv(channels = 4, kernel = 1)
    void classes();

    /** Two convolutions of one width. */
    @Block
    @interface DoubleConv {
        int width();

        int WIDTH = Block.A;

        interface Stages {
            @Conv(channels = WIDTH, kernel = 3, padding = 1, bias = false)
            @BatchNorm
            @Relu
            void conv1();

            @Conv(channels = WIDTH, kernel = 3, padding = 1, bias = false)
            @BatchNorm
            @Relu
            void conv2();
        }
    }
}
