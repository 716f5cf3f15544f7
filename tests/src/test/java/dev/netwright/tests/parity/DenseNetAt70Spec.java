package dev.netwright.tests.parity;

import dev.netwright.annotations.DenseNet;
import dev.netwright.annotations.Input;

/** DenseNet in the form of d2l.ai, with all channels, on a small image. */
@DenseNet(
        input = @Input(channels = 1, height = 70, width = 66),
        classes = 10,
        bottleneck = 0,
        convBias = true,
        blocks = {
            @DenseNet.Block(layers = 4),
            @DenseNet.Block(layers = 4),
            @DenseNet.Block(layers = 4),
            @DenseNet.Block(layers = 4)
        })
interface DenseNetAt70Spec {}
