// classes: Things
package bad;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.MobileNetV3;

    @MobileNetV3(
            input = @Input(
                    channels = 0,
//                             ^ [netwright:range] input.channels: found 0
                    height = 0,
//                           ^ [netwright:range] input.height: found 0
                    width = 0),
//                          ^ [netwright:range] input.width: found 0
            classes = 1,
//                    ^ [netwright:range] classes: found 1, expected at least 2
            width = -0.5,
//                  ^ [netwright:range] Fix: did you mean width = 0.5?
            dropout = 1,
//                    ^ [netwright:range] dropout: found 1.0, expected at least 0 and below 1
            norm = @BatchNorm(
                    epsilon = 0,
//                            ^ [netwright:range] norm.epsilon: found 0.0, expected a finite number above 0
                    momentum = 0))
//                             ^ [netwright:range] norm.momentum: found 0.0, expected above 0 and at most 1
    interface ThingsSpec {}
