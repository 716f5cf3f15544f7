// classes: Things
package bad;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Vgg;

    @Vgg(
            input = @Input(channels = 1, height = 1024, width = 1024),
            blocks = {
                @Vgg.Block(convs = 50, channels = 1, pointwise = 50),
                @Vgg.Block(convs = 50, channels = 1, pointwise = 50),
                @Vgg.Block(convs = 50, channels = 1, pointwise = 50),
                @Vgg.Block(convs = 50, channels = 1, pointwise = 50),
                @Vgg.Block(convs = 50, channels = 1, pointwise = 46),
//              ^ [netwright:too-deep] found 502 layers; pool5 is one too many
//              ^ [netwright:too-deep] Fix: remove at least 2 of them.
            },
            hidden = {})
    interface ThingsSpec {}
