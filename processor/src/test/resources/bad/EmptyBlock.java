// classes: Things
package bad;

import dev.netwright.annotations.Vgg;

    @Vgg(
            blocks = {
                @Vgg.Block(convs = 1, channels = 8),
                @Vgg.Block(convs = 0, channels = 8),
//              ^ [netwright:empty-block] Fix: set convs = 1, or remove the block.
                @Vgg.Block(convs = 0, channels = 8, pointwise = 1),
            })
    interface ThingsSpec {}
