package dev.netwright.models.resnet;

import dev.netwright.annotations.ResNet;
import dev.netwright.annotations.ResidualForm;

/**
 * ResNeXt-50 (32x4d) of Xie et al. (2016), table 1, in torchvision's form, {@code resnext50_32x4d}: bottlenecks with 32 groups
 * of 4 channels, 25,028,904 parameters.
 */
@ResNet(
        form = ResidualForm.BOTTLENECK,
        groups = 32,
        widthPerGroup = 4,
        stages = {
            @ResNet.Stage(blocks = 3, channels = 64, stride = 1),
            @ResNet.Stage(blocks = 4, channels = 128),
            @ResNet.Stage(blocks = 6, channels = 256),
            @ResNet.Stage(blocks = 3, channels = 512)
        })
public interface ImageNetResNeXt50Spec {}
