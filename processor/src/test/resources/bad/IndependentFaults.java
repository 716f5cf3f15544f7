// classes: Digits Things
package bad;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.LeNet;
import dev.netwright.annotations.Vgg;

    @LeNet(
            input = @Input(channels = 0, height = 4, width = 4),
//                                    ^ [netwright:range] input.channels: found 0
            c1 = @LeNet.Conv(channels = 6, kernel = 9),
//                                                  ^ [netwright:shape] c1.kernel: c1 has a kernel of 9x9, but its input is ?x4x4
            classes = 0)
//                    ^ [netwright:range] classes: found 0
    class DigitsSpec {}
//  ^ [netwright:spec-interface] DigitsSpec is a class

    @Vgg(
            input = @Input(channels = 1, height = 1, width = 1),
            ratio = 4,
            blocks = {
                @Vgg.Block(convs = 1, channels = 6),
//                                               ^ [netwright:ratio] found 6
//              ^ [netwright:shape] pool1 has a pooling window of 2x2, but its input is 1x1x1
                @Vgg.Block(convs = 0, channels = 8)
//              ^ [netwright:empty-block] blocks[1]: found 0 convs and 0 pointwise
            },
            hidden = @Vgg.Hidden(dropout = 2))
//                                         ^ [netwright:range] hidden[0].dropout: found 2.0
    interface ThingsSpec {}
