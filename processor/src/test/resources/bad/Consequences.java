// classes: Ratio Empty Flat Huge
package bad;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.LeNet;
import dev.netwright.annotations.Vgg;

    // The channels that replace 0 aren't divisible by 4, which isn't a fault of the spec.
    @Vgg(ratio = 4, blocks = @Vgg.Block(convs = 1, channels = 0))
//                                                            ^ [netwright:range] blocks[0].channels: found 0
    interface RatioSpec {}

    // The spec has no empty block.
    @Vgg(blocks = @Vgg.Block(convs = -2, channels = 8))
//                                   ^ [netwright:range] blocks[0].convs: found -2
    interface EmptySpec {}

    // The spec has no image of one row.
    @LeNet(input = @Input(channels = 1, height = -28, width = 28))
//                                               ^ [netwright:range] input.height: found -28
    interface FlatSpec {}

    // With a stride of 28 instead of 1 the image would be small.
    @LeNet(
            input = @Input(channels = 1, height = 28000, width = 28000),
            c1 = @LeNet.Conv(channels = 6, stride = -28))
//                                                  ^ [netwright:range] c1.stride: found -28
    interface HugeSpec {}
