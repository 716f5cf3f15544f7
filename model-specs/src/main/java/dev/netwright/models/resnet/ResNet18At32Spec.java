package dev.netwright.models.resnet;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.ResNet;
import dev.netwright.annotations.Stem;

/**
 * ResNet-18 of He et al. (2015), table 1, in torchvision's form, for grey images of 32x32 in 10 classes: 11,172,810 parameters. The stem is a 3x3
 * convolution of stride 2 without a max-pool, so that the stages have maps of 16x16, 8x8, 4x4 and 2x2. With stride 1, as is usual for
 * small images, a step has four times as many multiply-adds.
 */
// The stem for small images is what this network is for.
@SuppressWarnings("netwright:near-preset")
@ResNet(
        input = @Input(channels = 1, height = 32, width = 32),
        classes = 10,
        stem =
                @Stem(
                        kernel = 3,
                        padding = 1,
                        pool = {}),
        stages = {
            @ResNet.Stage(blocks = 2, channels = 64, stride = 1),
            @ResNet.Stage(blocks = 2, channels = 128),
            @ResNet.Stage(blocks = 2, channels = 256),
            @ResNet.Stage(blocks = 2, channels = 512)
        })
public interface ResNet18At32Spec {}
