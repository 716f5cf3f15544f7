package dev.netwright.tests.parity;

import dev.netwright.annotations.DenseNet;
import dev.netwright.annotations.Input;

/** DenseNet-121 in torchvision's form, with all channels, on a small image. */
@DenseNet(
        input = @Input(channels = 3, height = 64, width = 66),
        classes = 10,
        blocks = {
            @DenseNet.Block(layers = 6),
            @DenseNet.Block(layers = 12),
            @DenseNet.Block(layers = 24),
            @DenseNet.Block(layers = 16)
        })
interface TorchvisionDenseNet121At64Spec {}
