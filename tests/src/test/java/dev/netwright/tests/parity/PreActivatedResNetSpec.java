package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.ResNet;
import dev.netwright.annotations.Stem;

/** A ResNet of basic blocks with norm and ReLU before each convolution. */
@ResNet(
        input = @Input(channels = 3, height = 33, width = 37),
        classes = 10,
        stem = @Stem(channels = 16),
        preActivation = true,
        stages = {@ResNet.Stage(blocks = 2, channels = 16, stride = 1), @ResNet.Stage(blocks = 2, channels = 24)})
interface PreActivatedResNetSpec {}
