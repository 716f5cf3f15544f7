// classes: Things
package bad;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.LocalResponseNorm;
import dev.netwright.annotations.Vgg;

    @Vgg(
            input = @Input(
                    channels = 0,
//                             ^ [netwright:range] input.channels: found 0
                    height = 0,
//                           ^ [netwright:range] input.height: found 0
                    width = 0),
//                          ^ [netwright:range] input.width: found 0
            classes = 1,
//                    ^ [netwright:range] classes: found 1, expected at least 2
            ratio = 0,
//                  ^ [netwright:range] ratio: found 0
            norm = @BatchNorm(
                    epsilon = 0,
//                            ^ [netwright:range] norm[0].epsilon: found 0.0, expected a finite number above 0
                    momentum = 2),
//                             ^ [netwright:range] norm[0].momentum: found 2.0, expected above 0 and at most 1
            blocks = {
                @Vgg.Block(convs = 1, channels = 64),
                @Vgg.Block(
                        convs = -1,
//                              ^ [netwright:range] blocks[1].convs: found -1, expected 0 to 50
                        channels = 0,
//                                 ^ [netwright:range] blocks[1].channels: found 0
                        kernel = 4,
//                               ^ [netwright:range] Fix: set kernel = 3 or 5.
                        pointwise = 51,
//                                  ^ [netwright:range] Fix: set pointwise = 50, the nearest legal number.
                        lrn = @LocalResponseNorm(
                                size = 2,
//                                     ^ [netwright:range] blocks[1].lrn[0].size: found 2, expected an odd number
                                alpha = 0,
//                                      ^ [netwright:range] blocks[1].lrn[0].alpha: found 0.0, expected a finite number
                                beta = -0.75,
//                                     ^ [netwright:range] blocks[1].lrn[0].beta: found -0.75
                                k = Double.NaN))
//                                        ^ [netwright:range] blocks[1].lrn[0].k: found NaN
            },
            hidden = {
                @Vgg.Hidden(units = 0),
//                                  ^ [netwright:range] hidden[0].units: found 0
                @Vgg.Hidden(dropout = 1),
//                                    ^ [netwright:range] hidden[1].dropout: found 1.0, expected at least 0 and below 1
                @Vgg.Hidden(dropout = -0.1)
//                                    ^ [netwright:range] Fix: did you mean dropout = 0.1? If not, set dropout = 0.5.
            })
    interface ThingsSpec {}
