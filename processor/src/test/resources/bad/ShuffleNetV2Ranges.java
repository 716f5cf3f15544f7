// classes: Things
package bad;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.ShuffleNetV2;

    @ShuffleNetV2(
            input = @Input(
                    channels = 0,
//                             ^ [netwright:range] input.channels: found 0
                    height = 0,
//                           ^ [netwright:range] input.height: found 0
                    width = 0),
//                          ^ [netwright:range] input.width: found 0
            classes = 1,
//                    ^ [netwright:range] classes: found 1, expected at least 2
            stem = 0,
//                 ^ [netwright:range] stem: found 0
            stages = @ShuffleNetV2.Stage(
                    blocks = 51,
//                           ^ [netwright:range] stages[0].blocks: found 51, expected 1 to 50
                    branch = 0),
//                           ^ [netwright:range] stages[0].branch: found 0, expected at least 1
            last = 0,
//                 ^ [netwright:range] last: found 0
            norm = @BatchNorm(
                    epsilon = 0,
//                            ^ [netwright:range] norm.epsilon: found 0.0, expected a finite number above 0
                    momentum = 0))
//                             ^ [netwright:range] norm.momentum: found 0.0, expected above 0 and at most 1
    interface ThingsSpec {}
