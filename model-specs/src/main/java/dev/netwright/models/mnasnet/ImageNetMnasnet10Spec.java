package dev.netwright.models.mnasnet;

import dev.netwright.annotations.Mnasnet;

/** MnasNet-B1 of Tan et al. (2018), in torchvision's form, {@code mnasnet1_0}: 4,383,312 parameters. */
@Mnasnet
public interface ImageNetMnasnet10Spec {}
