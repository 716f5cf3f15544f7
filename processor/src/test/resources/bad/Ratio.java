// classes: Things Flowers
package bad;

import dev.netwright.annotations.Vgg;

    @Vgg(
            ratio = 8,
            blocks = {
                @Vgg.Block(convs = 1, channels = 64),
                @Vgg.Block(convs = 1, channels = 100),
//                                               ^ [netwright:ratio] found 100, which ratio 8 doesn't divide
                @Vgg.Block(convs = 1, channels = 3),
//                                               ^ [netwright:ratio] Fix: set channels = 8, or ratio = 1, which divides the channels of all blocks.
                @Vgg.Block(convs = 1, channels = Integer.MAX_VALUE)
//                                                      ^ [netwright:ratio] Fix: set channels = 2147483640, or ratio = 1
//              ^ [netwright:too-large] conv4_1 has an output of 268435455x28x28, which is too many values
            })
    interface ThingsSpec {}

    @Vgg(
            ratio = 8,
            blocks = {
                @Vgg.Block(convs = 1, channels = 48),
                @Vgg.Block(convs = 1, channels = 84)
//                                               ^ [netwright:ratio] Fix: set channels = 80, or ratio = 6, which divides the channels of all blocks.
            })
    interface FlowersSpec {}
