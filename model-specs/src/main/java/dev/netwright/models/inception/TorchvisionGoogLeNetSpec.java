package dev.netwright.models.inception;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Inception;

/**
 * torchvision's {@code googlenet}: {@link ImageNetGoogLeNetSpec} with 3x3 convolutions in place of the 5x5 ones, epsilon 0.001 in its
 * norms, a 2x2 pool before the last stage and dropout 0.2. 13,004,888 parameters, 6,379,984 of them in the auxiliary classifiers.
 *
 * <p>It has torchvision's names, and its outputs are torchvision's. In training the pools of the auxiliary classifiers differ:
 * torchvision averages 14x14 pixels over windows of 4x4 at 0, 3, 7 and 10, this network over the paper's windows of 5x5 at 0, 3, 6 and
 * 9. torchvision's published weights expect images normalized with mean and deviation 0.5.
 */
@Inception(
        stem =
                @Inception.Stem(
                        pool1 = @Inception.Pool(padding = 0, ceil = true),
                        pool2 = @Inception.Pool(padding = 0, ceil = true)),
        kernel5x5 = 3,
        norm = @BatchNorm(epsilon = 1e-3),
        dropout = 0.2,
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
                                reduce3x3 = 160,
                                c3x3 = 320,
                                reduce5x5 = 32,
                                c5x5 = 128,
                                pool = 128)
                    },
                    pool = @Inception.Pool(kernel = 2, padding = 0, ceil = true)),
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
public interface TorchvisionGoogLeNetSpec {}
