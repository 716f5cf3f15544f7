// classes: Things
package bad;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Mnasnet;

    @Mnasnet(
            input = @Input(
                    channels = 0,
//                             ^ [netwright:range] input.channels: found 0
                    height = 0,
//                           ^ [netwright:range] input.height: found 0
                    width = 0),
//                          ^ [netwright:range] input.width: found 0
            classes = 1,
//                    ^ [netwright:range] classes: found 1, expected at least 2
            width = 0,
//                  ^ [netwright:range] width: found 0.0, expected a finite number above 0
            stem = 0,
//                 ^ [netwright:range] stem: found 0
            stages = {
                @Mnasnet.Stage(
                        blocks = 0,
//                               ^ [netwright:range] stages[0].blocks: found 0, expected 1 to 50
                        channels = 0,
//                                 ^ [netwright:range] stages[0].channels: found 0
                        expansion = 0,
//                                  ^ [netwright:range] stages[0].expansion: found 0, expected at least 1
                        kernel = 4,
//                               ^ [netwright:range] Fix: set kernel = 3 or 5.
                        stride = 0),
//                               ^ [netwright:range] stages[0].stride: found 0
                @Mnasnet.Stage(channels = 8, expansion = 3, blocks = 51)
//                                                                   ^ [netwright:range] Fix: set blocks = 50, the nearest legal number.
            },
            last = 0,
//                 ^ [netwright:range] last: found 0
            dropout = 1,
//                    ^ [netwright:range] dropout: found 1.0, expected at least 0 and below 1
            norm = @BatchNorm(
                    epsilon = 0,
//                            ^ [netwright:range] norm.epsilon: found 0.0, expected a finite number above 0
                    momentum = 0))
//                             ^ [netwright:range] norm.momentum: found 0.0, expected above 0 and at most 1
    interface ThingsSpec {}
