package dev.netwright.models.inception;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Inception;

/**
 * {@link ImageNetGoogLeNetSpec} as a tutorial builds it, with 150 channels instead of the paper's 160 before the 3x3 convolution of
 * module 4e. 13,351,716 parameters.
 */
// The tutorial's 150 is what this network is for.
@SuppressWarnings("netwright:near-preset")
@Inception(
        stem =
                @Inception.Stem(
                        pool1 = @Inception.Pool(padding = 0, ceil = true),
                        pool2 = @Inception.Pool(padding = 0, ceil = true)),
        norm = @BatchNorm,
        dropout = 0.4,
        stages = {
            @Inception.Stage(
                    modules = {
                        @Inception.Module(c1x1 = 64, reduce3x3 = 96, c3x3 = 128, reduce5x5 = 16, c5x5 = 32, pool = 32),
                        @Inception.Module(c1x1 = 128, reduce3x3 = 128, c3x3 = 192, reduce5x5 = 32, c5x5 = 96, pool = 64)
                    },
                    pool = @Inception.Pool(padding = 0, ceil = true)),
            @Inception.Stage(
                    modules = {
                        @Inception.Module(
                                c1x1 = 192,
                                reduce3x3 = 96,
                                c3x3 = 208,
                                reduce5x5 = 16,
                                c5x5 = 48,
                                pool = 64,
                                auxiliary = @Inception.Auxiliary),
                        @Inception.Module(
                                c1x1 = 160,
                                reduce3x3 = 112,
                                c3x3 = 224,
                                reduce5x5 = 24,
                                c5x5 = 64,
                                pool = 64),
                        @Inception.Module(
                                c1x1 = 128,
                                reduce3x3 = 128,
                                c3x3 = 256,
                                reduce5x5 = 24,
                                c5x5 = 64,
                                pool = 64),
                        @Inception.Module(
                                c1x1 = 112,
                                reduce3x3 = 144,
                                c3x3 = 288,
                                reduce5x5 = 32,
                                c5x5 = 64,
                                pool = 64,
                                auxiliary = @Inception.Auxiliary),
                        @Inception.Module(
                                c1x1 = 256,
                                reduce3x3 = 150,
                                c3x3 = 320,
                                reduce5x5 = 32,
                                c5x5 = 128,
                                pool = 128)
                    },
                    pool = @Inception.Pool(padding = 0, ceil = true)),
            @Inception.Stage(
                    modules = {
                        @Inception.Module(
                                c1x1 = 256,
                                reduce3x3 = 160,
                                c3x3 = 320,
                                reduce5x5 = 32,
                                c5x5 = 128,
                                pool = 128),
                        @Inception.Module(
                                c1x1 = 384,
                                reduce3x3 = 192,
                                c3x3 = 384,
                                reduce5x5 = 48,
                                c5x5 = 128,
                                pool = 128)
                    })
        })
public interface ImageNetGoogLeNetNarrow4eSpec {}
