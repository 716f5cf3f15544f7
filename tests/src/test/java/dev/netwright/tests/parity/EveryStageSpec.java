package dev.netwright.tests.parity;

import dev.netwright.annotations.AveragePool;
import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.DenseBlock;
import dev.netwright.annotations.Dropout;
import dev.netwright.annotations.Flatten;
import dev.netwright.annotations.InceptionBlock;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.LocalResponseNorm;
import dev.netwright.annotations.MaxPool;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Relu;
import dev.netwright.annotations.ResidualBlock;
import dev.netwright.annotations.ResidualForm;
import dev.netwright.annotations.RunningVariance;
import dev.netwright.annotations.Sigmoid;
import dev.netwright.annotations.Tanh;

/** One of each stage that there is, with windows that are neither square nor whole. */
@Network(input = @Input(channels = 2, height = 33, width = 26))
interface EveryStageSpec {
    /** 2x33x26 to 12x17x27. */
    @Conv(
            channels = 12,
            kernel = {3, 2},
            stride = {2, 1},
            padding = {1, 2},
            dilation = {1, 3})
    @Tanh
    @Dropout(rate = 0.1)
    void first();

    /** 12x17x27 to 12x9x13. */
    @AveragePool(
            kernel = {2, 3},
            stride = 2,
            padding = {1, 0},
            ceil = true)
    void mean();

    /** 12x9x13 to 18x9x13. */
    @Conv(channels = 18, kernel = 3, padding = 2, dilation = 2, groups = 6, bias = false)
    @BatchNorm(epsilon = 1e-3, momentum = 0.2)
    @Sigmoid
    void grouped();

    /** Over neighbouring channels. */
    @LocalResponseNorm(size = 3, alpha = 0.5, k = 1)
    void response();

    /** 18x9x13 to 16x9x13. */
    @InceptionBlock(c1x1 = 4, reduce3x3 = 5, c3x3 = 6, reduce5x5 = 3, c5x5 = 4, pool = 2, norm = @BatchNorm)
    void inception();

    /** 16x9x13 to 26x9x13. */
    @DenseBlock(layers = 2, growth = 5, bottleneck = 2)
    void dense();

    /** 26x9x13 to 24x5x7. */
    @ResidualBlock(channels = 6, stride = 2, form = ResidualForm.BOTTLENECK)
    void residual();

    /** 24x5x7 to 24x2x3. */
    @MaxPool(kernel = 3, stride = 2, ceil = true)
    void largest();

    /** 24x2x3 to 144 values. */
    @Flatten
    void flat();

    /** 144 values to 20. */
    @Linear(units = 20, bias = false)
    @BatchNorm(runningVariance = RunningVariance.BIASED)
    @Relu
    void hidden();

    /** 20 values to 7 scores. */
    @Linear(units = 7)
    void scores();
}
