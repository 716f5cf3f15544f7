package dev.netwright.models.regnet;

import dev.netwright.annotations.RegNet;

/**
 * RegNetY-1.6GF of Radosavovic et al. (2020), figure 16, in torchvision's form, {@code regnet_y_1_6gf}: 11,202,430 parameters.
 */
@RegNet(depth = 27, w0 = 48, wa = 20.71, wm = 2.65, groupWidth = 24, squeezeExcite = 0.25)
public interface ImageNetRegNetY1600MFSpec {}
