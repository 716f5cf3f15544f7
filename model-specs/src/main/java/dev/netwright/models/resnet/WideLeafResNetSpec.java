package dev.netwright.models.resnet;

import dev.netwright.annotations.ResNet;

/**
 * A wide residual network in the form of d2l.ai for colour images of 176 kinds of leaves, as notes on a Kaggle competition build
 * it. 210,118,704 parameters. They report a validation accuracy of 0.764, below that of the small {@link LeafResNet18Spec}.
 */
// The form of d2l.ai has these biases.
@SuppressWarnings("netwright:bias-before-bn")
@ResNet(
        classes = 176,
        convBias = true,
        shortcutNorm = false,
        stages = {
            @ResNet.Stage(blocks = 2, channels = 64, stride = 1),
            @ResNet.Stage(blocks = 2, channels = 256),
            @ResNet.Stage(blocks = 2, channels = 512),
            @ResNet.Stage(blocks = 3, channels = 2048)
        })
public interface WideLeafResNetSpec {}
