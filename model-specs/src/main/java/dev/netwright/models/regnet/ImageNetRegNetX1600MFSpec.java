package dev.netwright.models.regnet;

import dev.netwright.annotations.RegNet;

/**
 * RegNetX-1.6GF of Radosavovic et al. (2020), figure 15, in torchvision's form, {@code regnet_x_1_6gf}: 9,190,136 parameters.
 */
@RegNet(depth = 18, w0 = 80, wa = 34.01, wm = 2.25, groupWidth = 24)
public interface ImageNetRegNetX1600MFSpec {}
