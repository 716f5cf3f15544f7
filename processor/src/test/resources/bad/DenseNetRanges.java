// classes: Things
package bad;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.DenseNet;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Stem;

    @DenseNet(
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
            blocks = {
                @DenseNet.Block(layers = 0),
//                                       ^ [netwright:range] blocks[0].layers: found 0, expected 1 to 100
                @DenseNet.Block(layers = 101)
//                                       ^ [netwright:range] blocks[1].layers: found 101, expected 1 to 100
            },
            growth = 0,
//                   ^ [netwright:range] growth: found 0
            bottleneck = -1,
//                       ^ [netwright:range] bottleneck: found -1, expected at least 0
            compression = 1.5,
//                        ^ [netwright:range] compression: found 1.5, expected above 0 and at most 1
            norm = @BatchNorm(
                    epsilon = 0,
//                            ^ [netwright:range] norm.epsilon: found 0.0, expected a finite number above 0
                    momentum = 0))
//                             ^ [netwright:range] norm.momentum: found 0.0, expected above 0 and at most 1
    interface ThingsSpec {}
