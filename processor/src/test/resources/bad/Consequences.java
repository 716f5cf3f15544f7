// classes: Ratio Empty Flat Huge
package bad;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.LeNet;
import dev.netwright.annotations.Vgg;

    // The channels that stand in for 0 aren't divisible by 4, which is nobody's fault.
    @Vgg(ratio = 4, blocks = @Vgg.Block(convs = 1, channels = 0))
//                                                            ^ [netwright:range] blocks[0].channels: found 0
    interface RatioSpec {}

    // Nobody wrote an empty block.
    @Vgg(blocks = @Vgg.Block(convs = -2, channels = 8))
//                                   ^ [netwright:range] blocks[0].convs: found -2
    interface EmptySpec {}

    // Nobody wrote an image of one row.
    @LeNet(input = @Input(channels = 1, height = -28, width = 28))
//                                               ^ [netwright:range] input.height: found -28
    interface FlatSpec {}

    // With a stride of 28 and not of 1 the image would be small.
    @LeNet(
            input = @Input(channels = 1, height = 28000, width = 28000),
            c1 = @LeNet.Conv(channels = 6, stride = -28))
//                                                  ^ [netwright:range] c1.stride: found -28
    interface HugeSpec {}
