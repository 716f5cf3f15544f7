package dev.netwright.models.densenet;

import dev.netwright.annotations.DenseNet;
import dev.netwright.annotations.Input;

/**
 * DenseNet (Huang et al., 2016) as in d2l.ai, chapter "DenseNet": grey images of 96x96, four blocks of four layers, no 1x1
 * convolutions inside them, convolutions with bias. 758,226 parameters.
 */
// The form of d2l.ai has these biases.
@SuppressWarnings("netwright:bias-before-bn")
@DenseNet(
        input = @Input(channels = 1, height = 96, width = 96),
        classes = 10,
        bottleneck = 0,
        convBias = true,
        blocks = {
            @DenseNet.Block(layers = 4),
            @DenseNet.Block(layers = 4),
            @DenseNet.Block(layers = 4),
            @DenseNet.Block(layers = 4)
        })
public interface DenseNet96Spec {}
