package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.SqueezeNet;

/** SqueezeNet 1.1 with a quarter of the channels. */
@SqueezeNet(
        input = @Input(channels = 3, height = 35, width = 39),
        classes = 10,
        conv1 = @SqueezeNet.Conv(channels = 16, kernel = 3),
        stages = {
            @SqueezeNet.Stage(
                    fires = {
                        @SqueezeNet.Fire(squeeze = 4, expand1x1 = 16, expand3x3 = 16),
                        @SqueezeNet.Fire(squeeze = 4, expand1x1 = 16, expand3x3 = 16)
                    }),
            @SqueezeNet.Stage(
                    fires = {
                        @SqueezeNet.Fire(squeeze = 8, expand1x1 = 32, expand3x3 = 32),
                        @SqueezeNet.Fire(squeeze = 8, expand1x1 = 32, expand3x3 = 32)
                    }),
            @SqueezeNet.Stage(
                    fires = {
                        @SqueezeNet.Fire(squeeze = 12, expand1x1 = 48, expand3x3 = 48),
                        @SqueezeNet.Fire(squeeze = 12, expand1x1 = 48, expand3x3 = 48),
                        @SqueezeNet.Fire(squeeze = 16, expand1x1 = 64, expand3x3 = 64),
                        @SqueezeNet.Fire(squeeze = 16, expand1x1 = 64, expand3x3 = 64)
                    })
        })
interface SqueezeNet11QuarterSpec {}
