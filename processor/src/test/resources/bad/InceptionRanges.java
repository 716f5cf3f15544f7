// classes: Things
package bad;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Inception;
import dev.netwright.annotations.Input;

    @Inception(
            input = @Input(
                    channels = 0,
//                             ^ [netwright:range] input.channels: found 0
                    height = 0,
//                           ^ [netwright:range] input.height: found 0
                    width = 0),
//                          ^ [netwright:range] input.width: found 0
            classes = 1,
//                    ^ [netwright:range] classes: found 1, expected at least 2
            kernel5x5 = 4,
//                      ^ [netwright:range] Fix: set kernel5x5 = 3 or 5.
            stem = @Inception.Stem(
                    channels = 0,
//                             ^ [netwright:range] stem.channels: found 0
                    kernel = 0,
//                           ^ [netwright:range] stem.kernel: found 0
                    stride = 0,
//                           ^ [netwright:range] stem.stride: found 0
                    padding = -1,
//                            ^ [netwright:range] stem.padding: found -1
                    pool1 = @Inception.Pool(
                            kernel = 0,
//                                   ^ [netwright:range] stem.pool1.kernel: found 0
                            stride = 0,
//                                   ^ [netwright:range] stem.pool1.stride: found 0
                            padding = -1),
//                                    ^ [netwright:range] stem.pool1.padding: found -1
                    reduce3x3 = 0,
//                              ^ [netwright:range] stem.reduce3x3: found 0
                    c3x3 = 0,
//                         ^ [netwright:range] stem.c3x3: found 0
                    pool2 = @Inception.Pool(
                            kernel = 0,
//                                   ^ [netwright:range] stem.pool2.kernel: found 0
                            stride = 0,
//                                   ^ [netwright:range] stem.pool2.stride: found 0
                            padding = -1)),
//                                    ^ [netwright:range] stem.pool2.padding: found -1
            stages = @Inception.Stage(
                    modules = @Inception.Module(
                            c1x1 = 0,
//                                 ^ [netwright:range] stages[0].modules[0].c1x1: found 0, expected at least 1
                            reduce3x3 = 0,
//                                      ^ [netwright:range] stages[0].modules[0].reduce3x3: found 0, expected at least 1
                            c3x3 = 0,
//                                 ^ [netwright:range] stages[0].modules[0].c3x3: found 0, expected at least 1
                            reduce5x5 = 0,
//                                      ^ [netwright:range] stages[0].modules[0].reduce5x5: found 0, expected at least 1
                            c5x5 = 0,
//                                 ^ [netwright:range] stages[0].modules[0].c5x5: found 0, expected at least 1
                            pool = 0,
//                                 ^ [netwright:range] stages[0].modules[0].pool: found 0, expected at least 1
                            auxiliary = @Inception.Auxiliary(
                                    kernel = 0,
//                                           ^ [netwright:range] stages[0].modules[0].auxiliary[0].kernel: found 0
                                    stride = 0,
//                                           ^ [netwright:range] stages[0].modules[0].auxiliary[0].stride: found 0
                                    channels = 0,
//                                             ^ [netwright:range] stages[0].modules[0].auxiliary[0].channels: found 0
                                    units = 0,
//                                          ^ [netwright:range] stages[0].modules[0].auxiliary[0].units: found 0
                                    dropout = 1,
//                                            ^ [netwright:range] stages[0].modules[0].auxiliary[0].dropout: found 1.0, expected at least 0 and below 1
                                    weight = 0)),
//                                           ^ [netwright:range] stages[0].modules[0].auxiliary[0].weight: found 0.0, expected a finite number above 0
                    pool = @Inception.Pool(
                            kernel = 0,
//                                   ^ [netwright:range] stages[0].pool[0].kernel: found 0
                            stride = 0,
//                                   ^ [netwright:range] stages[0].pool[0].stride: found 0
                            padding = -1)),
//                                    ^ [netwright:range] stages[0].pool[0].padding: found -1
            norm = @BatchNorm(
                    epsilon = 0,
//                            ^ [netwright:range] norm[0].epsilon: found 0.0, expected a finite number above 0
                    momentum = 0),
//                             ^ [netwright:range] norm[0].momentum: found 0.0, expected above 0 and at most 1
            dropout = 1)
//                    ^ [netwright:range] dropout: found 1.0
    interface ThingsSpec {}
