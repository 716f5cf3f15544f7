package dev.netwright.tests.parity;

import dev.netwright.annotations.DenseNet;
import dev.netwright.annotations.Input;

/** DenseNet-169 in torchvision's form, with all channels, on a small image. */
@DenseNet(
        input = @Input(channels = 3, height = 64, width = 66),
        classes = 10,
        blocks = {
            @DenseNet.Block(layers = 6),
            @DenseNet.Block(layers = 12),
            @DenseNet.Block(layers = 32),
            @DenseNet.Block(layers = 32)
        })
interface TorchvisionDenseNet169At64Spec {}
