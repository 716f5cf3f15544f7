package dev.netwright.models.lenet;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.LeNet;
import dev.netwright.annotations.Pooling;

/** LeNet-5 (LeCun et al., 1998) on 32x32 images without padding, with max-pools. */
@LeNet(
        input = @Input(channels = 1, height = 32, width = 32),
        c1 = @LeNet.Conv(channels = 6),
        s2 = @LeNet.Pool(kind = Pooling.MAX),
        s4 = @LeNet.Pool(kind = Pooling.MAX))
public interface LeNet32Spec {}
