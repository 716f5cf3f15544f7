package dev.netwright.models.lenet;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.LeNet;
import dev.netwright.annotations.Pooling;

/**
 * LeNet-5 with batch normalization before each sigmoid and with max-pools, on 28x28 images without padding, as in d2l.ai,
 * chapter "Batch normalization": 44,878 parameters and 452 running statistics. On Fashion-MNIST with batches of 256, SGD at 1.0,
 * Xavier's initial values and 10 epochs its notes report test accuracy 0.883.
 */
@LeNet(
        c1 = @LeNet.Conv(channels = 6),
        s2 = @LeNet.Pool(kind = Pooling.MAX),
        s4 = @LeNet.Pool(kind = Pooling.MAX),
        norm = @BatchNorm)
public interface BatchNormLeNet28Spec {}
