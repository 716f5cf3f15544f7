// classes: Things
package bad;

import dev.netwright.annotations.DenseNet;

    @DenseNet(
            growth = 4,
            blocks = {
                @DenseNet.Block(layers = 100),
                @DenseNet.Block(layers = 100),
                @DenseNet.Block(layers = 100),
                @DenseNet.Block(layers = 100),
//              ^ [netwright:too-deep] found 2016 layers; dense4_98_conv2 is one too many
//              ^ [netwright:too-deep] Fix: remove at least 16 of them.
            })
    interface ThingsSpec {}
