// classes: Things Others
package bad;

import dev.netwright.annotations.LeNet;
import dev.netwright.annotations.LocalResponseNorm;
import dev.netwright.annotations.Vgg;

    @Vgg(
            blocks = @Vgg.Block(
                    convs = 1,
                    channels = 8,
                    lrn = {@LocalResponseNorm, @LocalResponseNorm(k = 0)}),
//                        ^ [netwright:count] Fix: remove 1 element of lrn.
//                                                                    ^ [netwright:range] blocks[0].lrn[1].k: found 0.0
            hidden = {
//                   ^ [netwright:count] Fix: remove 1 element of hidden.
                @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden,
                @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden,
                @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden,
                @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden,
                @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden,
                @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden,
                @Vgg.Hidden, @Vgg.Hidden, @Vgg.Hidden
            })
    interface ThingsSpec {}

    @LeNet(
            hidden = {
//                   ^ [netwright:count] hidden: found 51 elements, expected at most 50
                @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1),
                @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1),
                @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1),
                @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1),
                @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1),
                @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1),
                @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1),
                @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1),
                @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1),
                @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1),
                @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1),
                @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1),
                @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1), @LeNet.Hidden(units = 1)
            })
    interface OthersSpec {}
