package dev.netwright.models.lenet;

import dev.netwright.annotations.LeNet;

/**
 * LeNet-5 (LeCun et al., 1998) as in d2l.ai, chapter "LeNet": 28x28 images padded by 2, sigmoids, average pools. On
 * Fashion-MNIST with batches of 256, SGD at 0.5, Xavier's initial values and 20 epochs its notes report test accuracy 0.836.
 */
@LeNet
public interface LeNet28Spec {}
