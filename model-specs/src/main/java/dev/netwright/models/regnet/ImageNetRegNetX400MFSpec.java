package dev.netwright.models.regnet;

import dev.netwright.annotations.RegNet;

/**
 * RegNetX-400MF of Radosavovic et al. (2020), figure 15, in torchvision's form, {@code regnet_x_400mf}: 5,495,976 parameters.
 */
@RegNet(depth = 22, w0 = 24, wa = 24.48, wm = 2.54, groupWidth = 16)
public interface ImageNetRegNetX400MFSpec {}
