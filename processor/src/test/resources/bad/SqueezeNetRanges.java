// classes: Things
package bad;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.SqueezeNet;

    @SqueezeNet(
            input = @Input(
                    channels = 0,
//                             ^ [netwright:range] input.channels: found 0
                    height = 0,
//                           ^ [netwright:range] input.height: found 0
                    width = 0),
//                          ^ [netwright:range] input.width: found 0
            classes = 1,
//                    ^ [netwright:range] classes: found 1, expected at least 2
            conv1 = @SqueezeNet.Conv(
                    channels = 0,
//                             ^ [netwright:range] conv1.channels: found 0
                    kernel = 0,
//                           ^ [netwright:range] conv1.kernel: found 0
                    stride = 0,
//                           ^ [netwright:range] conv1.stride: found 0
                    padding = -1),
//                            ^ [netwright:range] conv1.padding: found -1, expected at least 0
            stages = {
                @SqueezeNet.Stage(
                        fires = @SqueezeNet.Fire(
                                squeeze = 0,
//                                        ^ [netwright:range] stages[0].fires[0].squeeze: found 0
                                expand1x1 = 0,
//                                          ^ [netwright:range] stages[0].fires[0].expand1x1: found 0
                                expand3x3 = -64)),
//                                          ^ [netwright:range] stages[0].fires[0].expand3x3: found -64, expected at least 1
                @SqueezeNet.Stage(fires = {})
//                                        ^ [netwright:count] stages[1].fires: found 0 elements, expected at least 1
            },
            dropout = 50)
//                    ^ [netwright:range] dropout: found 50.0, expected at least 0 and below 1
    interface ThingsSpec {}
