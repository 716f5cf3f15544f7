package dev.netwright.models.resnet;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.ResNet;

/**
 * ResNet-18 (He et al., 2015) as in d2l.ai, chapter "ResNet": grey images of 96x96, convolutions with bias, no batch norm beside a
 * block. 11,178,378 parameters. On Fashion-MNIST with batches of 256, SGD at 0.05, Xavier's initial values and 10 epochs its notes
 * report test accuracy 0.914.
 */
// The form of d2l.ai has these biases.
@SuppressWarnings("netwright:bias-before-bn")
@ResNet(
        input = @Input(channels = 1, height = 96, width = 96),
        classes = 10,
        convBias = true,
        shortcutNorm = false,
        stages = {
            @ResNet.Stage(blocks = 2, channels = 64, stride = 1),
            @ResNet.Stage(blocks = 2, channels = 128),
            @ResNet.Stage(blocks = 2, channels = 256),
            @ResNet.Stage(blocks = 2, channels = 512)
        })
public interface ResNet18At96Spec {}
