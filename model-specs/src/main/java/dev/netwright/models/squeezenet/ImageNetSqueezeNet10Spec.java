package dev.netwright.models.squeezenet;

import dev.netwright.annotations.SqueezeNet;

/**
 * SqueezeNet 1.0 of Iandola et al. (2016), table 1, in torchvision's form, {@code squeezenet1_0}: 1,248,424 parameters, no more than a
 * fiftieth of AlexNet's.
 */
// The authors' network has that ReLU, and its first convolution no padding.
@SuppressWarnings({"netwright:relu-logits", "netwright:flatten-size"})
@SqueezeNet
public interface ImageNetSqueezeNet10Spec {}
