// classes: Things
package bad;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Dropout;
import dev.netwright.annotations.EfficientNet;
import dev.netwright.annotations.Input;

    @EfficientNet(
            input = @Input(
                    channels = 0,
//                             ^ [netwright:range] input[0].channels: found 0
                    height = 0,
//                           ^ [netwright:range] input[0].height: found 0
                    width = 0),
//                          ^ [netwright:range] input[0].width: found 0
            classes = 1,
//                    ^ [netwright:range] classes: found 1, expected at least 2
            width = -0.5,
//                  ^ [netwright:range] Fix: did you mean width = 0.5?
            depth = 11,
//                  ^ [netwright:range] depth: found 11.0, expected above 0 and at most 10
            dropout = @Dropout(rate = 1),
//                                    ^ [netwright:range] dropout[0].rate: found 1.0, expected at least 0 and below 1
            stochasticDepth = 1,
//                            ^ [netwright:range] stochasticDepth: found 1.0, expected at least 0 and below 1
            norm = @BatchNorm(
                    epsilon = 0,
//                            ^ [netwright:range] norm[0].epsilon: found 0.0, expected a finite number above 0
                    momentum = 0))
//                             ^ [netwright:range] norm[0].momentum: found 0.0, expected above 0 and at most 1
    interface ThingsSpec {}
