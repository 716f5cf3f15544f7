// classes: Things Lines
package bad;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.RegNet;

    @RegNet(
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
            depth = 101,
//                  ^ [netwright:range] depth: found 101, expected 1 to 100
            w0 = 7,
//               ^ [netwright:range] w0: found 7, expected at least 8
            wa = -24.48,
//               ^ [netwright:range] wa: found -24.48, expected a finite number of at least 0
            wm = 1,
//               ^ [netwright:range] wm: found 1.0, expected a finite number above 1
            groupWidth = 0,
//                       ^ [netwright:range] groupWidth: found 0, expected at least 1
            squeezeExcite = 25,
//                          ^ [netwright:range] squeezeExcite: found 25.0, expected at least 0 and below 1
            norm = @BatchNorm(
                    epsilon = 0,
//                            ^ [netwright:range] norm.epsilon: found 0.0, expected a finite number above 0
                    momentum = 0))
//                             ^ [netwright:range] norm.momentum: found 0.0, expected above 0 and at most 1
    interface ThingsSpec {}

    @RegNet(wa = Double.POSITIVE_INFINITY, wm = Double.NaN)
//                     ^ [netwright:range] wa: found Infinity, expected a finite number of at least 0
//                                                    ^ [netwright:range] wm: found NaN, expected a finite number above 1
    interface LinesSpec {}
