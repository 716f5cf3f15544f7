package dev.netwright.models.convnext;

import dev.netwright.annotations.ConvNeXt;

/** ConvNeXt-T of Liu et al. (2022), in torchvision's form, {@code convnext_tiny}: 28,589,128 parameters. */
@ConvNeXt
public interface ImageNetConvNeXtTinySpec {}
