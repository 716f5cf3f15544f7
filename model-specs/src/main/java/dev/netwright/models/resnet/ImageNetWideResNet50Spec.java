package dev.netwright.models.resnet;

import dev.netwright.annotations.ResNet;
import dev.netwright.annotations.ResidualForm;

/**
 * Wide ResNet-50-2 of Zagoruyko and Komodakis (2016), table 8, in torchvision's form, {@code wide_resnet50_2}: bottlenecks
 * twice as wide as those of ResNet-50, 68,883,240 parameters.
 */
@ResNet(
        form = ResidualForm.BOTTLENECK,
        widthPerGroup = 128,
        stages = {
            @ResNet.Stage(blocks = 3, channels = 64, stride = 1),
            @ResNet.Stage(blocks = 4, channels = 128),
            @ResNet.Stage(blocks = 6, channels = 256),
            @ResNet.Stage(blocks = 3, channels = 512)
        })
public interface ImageNetWideResNet50Spec {}
