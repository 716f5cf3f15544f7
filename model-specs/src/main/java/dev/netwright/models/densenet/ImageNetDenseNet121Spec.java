package dev.netwright.models.densenet;

import dev.netwright.annotations.DenseNet;

/** DenseNet-121 of Huang et al. (2016), table 1, in torchvision's form: 7,978,856 parameters. */
@DenseNet(
        blocks = {
            @DenseNet.Block(layers = 6),
            @DenseNet.Block(layers = 12),
            @DenseNet.Block(layers = 24),
            @DenseNet.Block(layers = 16)
        })
public interface ImageNetDenseNet121Spec {}
