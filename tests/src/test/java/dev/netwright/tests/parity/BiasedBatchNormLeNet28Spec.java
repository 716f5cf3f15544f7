package dev.netwright.tests.parity;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.LeNet;
import dev.netwright.annotations.Pooling;
import dev.netwright.annotations.RunningVariance;

/**
 * The batch-normalized LeNet with the norm that d2l.ai writes from scratch, whose running variance is biased, and
 * with other numbers.
 */
@LeNet(
        c1 = @LeNet.Conv(channels = 6),
        s2 = @LeNet.Pool(kind = Pooling.MAX),
        s4 = @LeNet.Pool(kind = Pooling.MAX),
        norm = @BatchNorm(epsilon = 1e-2, momentum = 0.3, runningVariance = RunningVariance.BIASED))
interface BiasedBatchNormLeNet28Spec {}
