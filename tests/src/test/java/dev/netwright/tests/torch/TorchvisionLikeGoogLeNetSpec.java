package dev.netwright.tests.torch;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Inception;
import dev.netwright.annotations.Input;

/** The beginning of torchvision's GoogLeNet, but with the paper's 5x5 convolutions. */
@Inception(
        input = @Input(channels = 3, height = 32, width = 32),
        stem =
                @Inception.Stem(
                        pool1 = @Inception.Pool(padding = 0, ceil = true),
                        pool2 = @Inception.Pool(padding = 0, ceil = true)),
        norm = @BatchNorm(epsilon = 1e-3),
        stages =
                @Inception.Stage(
                        modules =
                                @Inception.Module(
                                        c1x1 = 64,
                                        reduce3x3 = 96,
                                        c3x3 = 128,
                                        reduce5x5 = 16,
                                        c5x5 = 32,
                                        pool = 32)))
interface TorchvisionLikeGoogLeNetSpec {}
