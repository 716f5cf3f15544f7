package dev.netwright.tests.parity;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Inception;
import dev.netwright.annotations.Input;

/** torchvision's GoogLeNet with its auxiliary classifiers and an eighth of the channels. */
@Inception(
        input = @Input(channels = 3, height = 85, width = 130),
        classes = 10,
        stem =
                @Inception.Stem(
                        channels = 8,
                        reduce3x3 = 8,
                        c3x3 = 24,
                        pool1 = @Inception.Pool(padding = 0, ceil = true),
                        pool2 = @Inception.Pool(padding = 0, ceil = true)),
        kernel5x5 = 3,
        norm = @BatchNorm(epsilon = 1e-3),
        dropout = 0.2,
        stages = {
            @Inception.Stage(
                    modules = {
                        @Inception.Module(c1x1 = 8, reduce3x3 = 12, c3x3 = 16, reduce5x5 = 2, c5x5 = 4, pool = 4),
                        @Inception.Module(c1x1 = 16, reduce3x3 = 16, c3x3 = 24, reduce5x5 = 4, c5x5 = 12, pool = 8)
                    },
                    pool = @Inception.Pool(padding = 0, ceil = true)),
            @Inception.Stage(
                    modules = {
                        @Inception.Module(
                                c1x1 = 24,
                                reduce3x3 = 12,
                                c3x3 = 26,
                                reduce5x5 = 2,
                                c5x5 = 6,
                                pool = 8,
                                auxiliary = @Inception.Auxiliary(channels = 16, units = 128)),
                        @Inception.Module(c1x1 = 20, reduce3x3 = 14, c3x3 = 28, reduce5x5 = 3, c5x5 = 8, pool = 8),
                        @Inception.Module(c1x1 = 16, reduce3x3 = 16, c3x3 = 32, reduce5x5 = 3, c5x5 = 8, pool = 8),
                        @Inception.Module(
                                c1x1 = 14,
                                reduce3x3 = 18,
                                c3x3 = 36,
                                reduce5x5 = 4,
                                c5x5 = 8,
                                pool = 8,
                                auxiliary = @Inception.Auxiliary(channels = 16, units = 128)),
                        @Inception.Module(c1x1 = 32, reduce3x3 = 20, c3x3 = 40, reduce5x5 = 4, c5x5 = 16, pool = 16)
                    },
                    pool = @Inception.Pool(kernel = 2, padding = 0, ceil = true)),
            @Inception.Stage(
                    modules = {
                        @Inception.Module(c1x1 = 32, reduce3x3 = 20, c3x3 = 40, reduce5x5 = 4, c5x5 = 16, pool = 16),
                        @Inception.Module(c1x1 = 48, reduce3x3 = 24, c3x3 = 48, reduce5x5 = 6, c5x5 = 16, pool = 16)
                    })
        })
interface TorchvisionGoogLeNetEighthSpec {}
