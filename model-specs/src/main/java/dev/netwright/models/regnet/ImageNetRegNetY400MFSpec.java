package dev.netwright.models.regnet;

import dev.netwright.annotations.RegNet;

/**
 * RegNetY-400MF of Radosavovic et al. (2020), figure 16, in torchvision's form, {@code regnet_y_400mf}: 4,344,144 parameters.
 */
@RegNet(depth = 16, w0 = 48, wa = 27.89, wm = 2.09, groupWidth = 8, squeezeExcite = 0.25)
public interface ImageNetRegNetY400MFSpec {}
