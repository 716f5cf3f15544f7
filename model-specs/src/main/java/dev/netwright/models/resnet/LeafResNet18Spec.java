package dev.netwright.models.resnet;

import dev.netwright.annotations.ResNet;

/**
 * ResNet-18 (He et al., 2015) in the form of d2l.ai for colour images of 176 kinds of leaves, as notes on a Kaggle competition
 * build it. 11,269,808 parameters. They report a validation accuracy "a bit over 0.8".
 */
// The form of d2l.ai has these biases.
@SuppressWarnings("netwright:bias-before-bn")
@ResNet(
        classes = 176,
        convBias = true,
        shortcutNorm = false,
        stages = {
            @ResNet.Stage(blocks = 2, channels = 64, stride = 1),
            @ResNet.Stage(blocks = 2, channels = 128),
            @ResNet.Stage(blocks = 2, channels = 256),
            @ResNet.Stage(blocks = 2, channels = 512)
        })
public interface LeafResNet18Spec {}
