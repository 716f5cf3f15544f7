// classes: Things
package bad;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.InceptionV3;
import dev.netwright.annotations.Input;

    @InceptionV3(
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
            a = @InceptionV3.A(pool = 0),
//                                    ^ [netwright:range] a[0].pool: found 0, expected at least 1
            c = @InceptionV3.C(channels = -1),
//                                        ^ [netwright:range] c[0].channels: found -1, expected at least 1
            e = 26,
//              ^ [netwright:range] Fix: set e = 25, the nearest legal number.
            auxiliary = @InceptionV3.Auxiliary(weight = 0),
//                                                      ^ [netwright:range] auxiliary[0].weight: found 0.0
            dropout = 1,
//                    ^ [netwright:range] dropout: found 1.0, expected at least 0 and below 1
            norm = @BatchNorm(
                    epsilon = 0,
//                            ^ [netwright:range] norm.epsilon: found 0.0, expected a finite number above 0
                    momentum = 0))
//                             ^ [netwright:range] norm.momentum: found 0.0, expected above 0 and at most 1
    interface ThingsSpec {}
