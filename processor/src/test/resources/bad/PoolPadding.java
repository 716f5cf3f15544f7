// classes: Flowers Leaves
package bad;

import dev.netwright.annotations.*;

    @Inception(
            input = @Input(channels = 1, height = 96, width = 96),
            stem = @Inception.Stem(pool1 = @Inception.Pool(kernel = 2, padding = 2)))
//                                                                               ^ [netwright:pool-padding] stem.pool1.padding: pool1 has a window of 2x2 and padding of 2x2
//                                                                               ^ [netwright:pool-padding] Fix: pad by at most 1x1, or use a window of at least 4x4.
    interface FlowersSpec {}

    @ResNet(
            stages = @ResNet.Stage(blocks = 1, channels = 8),
            stem = @Stem(pool = @Stem.Pool(kernel = 1, stride = 1, padding = 3)))
//                                                                           ^ [netwright:pool-padding] stem.pool[0].padding: pool1 has a window of 1x1 and padding of 3x3
    interface LeavesSpec {}
