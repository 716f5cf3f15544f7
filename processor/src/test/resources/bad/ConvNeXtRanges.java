// classes: Things
package bad;

import dev.netwright.annotations.ConvNeXt;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.LayerNorm;

    @ConvNeXt(
            input = @Input(
                    channels = 0,
//                             ^ [netwright:range] input.channels: found 0
                    height = 0,
//                           ^ [netwright:range] input.height: found 0
                    width = 0),
//                          ^ [netwright:range] input.width: found 0
            classes = 1,
//                    ^ [netwright:range] classes: found 1, expected at least 2
            stages = @ConvNeXt.Stage(
                    blocks = 51,
//                           ^ [netwright:range] stages[0].blocks: found 51, expected 1 to 50
                    channels = 0),
//                             ^ [netwright:range] stages[0].channels: found 0, expected at least 1
            layerScale = 0,
//                       ^ [netwright:range] layerScale: found 0.0, expected a finite number above 0
            stochasticDepth = 1,
//                            ^ [netwright:range] stochasticDepth: found 1.0, expected at least 0 and below 1
            norm = @LayerNorm(epsilon = 0))
//                                      ^ [netwright:range] norm.epsilon: found 0.0, expected a finite number above 0
    interface ThingsSpec {}
