// classes: Things
package bad;

import dev.netwright.annotations.ResNet;

    @ResNet(
            stages = {
                @ResNet.Stage(blocks = 100, channels = 1, stride = 1),
                @ResNet.Stage(blocks = 100, channels = 1, stride = 1),
                @ResNet.Stage(blocks = 100, channels = 1),
                @ResNet.Stage(blocks = 100, channels = 1),
//              ^ [netwright:too-deep] found 2012 layers; layer4.98.conv1_norm is one too many
            })
    interface ThingsSpec {}
