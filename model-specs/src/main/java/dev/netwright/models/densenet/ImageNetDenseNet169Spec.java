package dev.netwright.models.densenet;

import dev.netwright.annotations.DenseNet;

/** DenseNet-169 of Huang et al. (2016), table 1, in torchvision's form: 14,149,480 parameters. */
@DenseNet(
        blocks = {
            @DenseNet.Block(layers = 6),
            @DenseNet.Block(layers = 12),
            @DenseNet.Block(layers = 32),
            @DenseNet.Block(layers = 32)
        })
public interface ImageNetDenseNet169Spec {}
