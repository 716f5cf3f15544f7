// classes: Digits
package bad;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.LeNet;

    @LeNet(
            input = @Input(
                    channels = 0,
//                             ^ [netwright:range] input.channels: found 0, expected at least 1
                    height = -1,
//                           ^ [netwright:range] input.height: found -1, expected at least 1
                    width = 3 - 3),
//                            ^ [netwright:range] input.width: found 0, expected at least 1
            classes = 1,
//                    ^ [netwright:range] Fix: set classes = 2, the smallest legal number, or a larger one.
            c1 = @LeNet.Conv(
                    channels = 0,
//                             ^ [netwright:range] c1.channels: found 0
                    kernel = 0,
//                           ^ [netwright:range] c1.kernel: found 0
                    stride = 0,
//                           ^ [netwright:range] c1.stride: found 0
                    padding = -1),
//                            ^ [netwright:range] c1.padding: found -1, expected at least 0
            s2 = @LeNet.Pool(
                    kernel = 0,
//                           ^ [netwright:range] s2.kernel: found 0
                    stride = Integer.MIN_VALUE),
//                                  ^ [netwright:range] s2.stride: found -2147483648
            c3 = @LeNet.Conv(
                    channels = 0,
//                             ^ [netwright:range] c3.channels: found 0
                    kernel = 0,
//                           ^ [netwright:range] c3.kernel: found 0
                    stride = 0,
//                           ^ [netwright:range] c3.stride: found 0
                    padding = -1),
//                            ^ [netwright:range] c3.padding: found -1
            s4 = @LeNet.Pool(
                    kernel = 0,
//                           ^ [netwright:range] s4.kernel: found 0
                    stride = 0),
//                           ^ [netwright:range] s4.stride: found 0
            hidden = {
                @LeNet.Hidden(units = 120),
                @LeNet.Hidden(units = 0)
//                                    ^ [netwright:range] hidden[1].units: found 0
            },
            norm = @BatchNorm(
                    epsilon = 0,
//                            ^ [netwright:range] norm[0].epsilon: found 0.0, expected a finite number above 0
                    momentum = 0))
//                             ^ [netwright:range] norm[0].momentum: found 0.0, expected above 0 and at most 1
    interface DigitsSpec {}
