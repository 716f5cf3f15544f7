package dev.netwright.tests.torch;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.ResNet;
import dev.netwright.annotations.ResidualForm;

/** A ResNet whose tensors are shaped as torchvision's, with the strides of its bottlenecks where the paper has them. */
@ResNet(
        input = @Input(channels = 3, height = 32, width = 32),
        form = ResidualForm.BOTTLENECK,
        strideFirst = true,
        stages = {
            @ResNet.Stage(blocks = 1, channels = 16, stride = 1),
            @ResNet.Stage(blocks = 1, channels = 16),
            @ResNet.Stage(blocks = 1, channels = 16),
            @ResNet.Stage(blocks = 1, channels = 16)
        })
interface StrideFirstResNetSpec {}
