package dev.netwright.models.mnasnet;

import dev.netwright.annotations.Mnasnet;

/** MnasNet-B1 of Tan et al. (2018), with half of the channels, in torchvision's form, {@code mnasnet0_5}: 2,218,512 parameters. */
@Mnasnet(width = 0.5)
public interface ImageNetMnasnet05Spec {}
