// classes: Things
package bad;

import dev.netwright.annotations.ResNet;

    @ResNet(
            stages = {
                @ResNet.Stage(blocks = 90, channels = 1, stride = 1),
                @ResNet.Stage(blocks = 20, channels = 1),
//              ^ [netwright:too-deep] found 560 layers; layer2.8.conv2_norm is one too many
            })
    interface ThingsSpec {}
