// classes: Things
package bad;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.ResNet;
import dev.netwright.annotations.Stem;

    @ResNet(
            input = @Input(
                    channels = 0,
//                             ^ [netwright:range] input.channels: found 0
                    height = 0,
//                           ^ [netwright:range] input.height: found 0
                    width = 0),
//                          ^ [netwright:range] input.width: found 0
            classes = 1,
//                    ^ [netwright:range] classes: found 1, expected at least 2
            stem = @Stem(
                    channels = 0,
//                             ^ [netwright:range] stem.channels: found 0
                    kernel = 0,
//                           ^ [netwright:range] stem.kernel: found 0
                    stride = 0,
//                           ^ [netwright:range] stem.stride: found 0
                    padding = -1,
//                            ^ [netwright:range] stem.padding: found -1
                    pool = @Stem.Pool(
                            kernel = 0,
//                                   ^ [netwright:range] stem.pool[0].kernel: found 0
                            stride = 0,
//                                   ^ [netwright:range] stem.pool[0].stride: found 0
                            padding = -1)),
//                                    ^ [netwright:range] stem.pool[0].padding: found -1, expected at least 0
            stages = {
                @ResNet.Stage(
                        blocks = 0,
//                               ^ [netwright:range] stages[0].blocks: found 0, expected 1 to 100
                        channels = 0,
//                                 ^ [netwright:range] stages[0].channels: found 0
                        stride = 0),
//                               ^ [netwright:range] stages[0].stride: found 0
                @ResNet.Stage(channels = 8, blocks = 101)
//                                                   ^ [netwright:range] Fix: set blocks = 100, the nearest legal number.
            },
            expansion = 0,
//                      ^ [netwright:range] expansion: found 0
            groups = 0,
//                   ^ [netwright:range] groups: found 0, expected at least 1
            widthPerGroup = -4,
//                          ^ [netwright:range] widthPerGroup: found -4, expected at least 1
            norm = @BatchNorm(
                    epsilon = 0,
//                            ^ [netwright:range] norm.epsilon: found 0.0, expected a finite number above 0
                    momentum = 0))
//                             ^ [netwright:range] norm.momentum: found 0.0, expected above 0 and at most 1
    interface ThingsSpec {}
