// classes: Things First Second Third Fourth Flat
package bad;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.LeNet;
import dev.netwright.annotations.Vgg;

    @Vgg(
            input = @Input(channels = 3, height = 16, width = 24),
            blocks = {
                @Vgg.Block(convs = 1, channels = 8),
                @Vgg.Block(convs = 1, channels = 8),
                @Vgg.Block(convs = 1, channels = 8),
                @Vgg.Block(convs = 1, channels = 8),
                @Vgg.Block(convs = 1, channels = 4),
//              ^ [netwright:shape] blocks[4]: pool5 has a pooling window of 2x2, but its input is 4x1x1 (a window must fit into its padded input).
//              ^ [netwright:shape] Shapes: input 3x16x24 -> conv1_1 8x16x24 -> pool1 8x8x12 -> pool2 8x4x6 -> pool3 8x2x3 -> pool4 8x1x1 -> conv5_1 4x1x1
//              ^ [netwright:shape] Fix: set input = @Input(channels = 3, height = 32, width = 32), the smallest legal size,
            })
    interface ThingsSpec {}

    @LeNet(
            input = @Input(channels = 1, height = 28, width = 3),
            c1 = @LeNet.Conv(channels = 6, kernel = 7, padding = 1))
//                                                  ^ [netwright:shape] c1.kernel: c1 has a kernel of 7x7, but its input is 1x28x3, padded by 1x1 on each side
//                                                  ^ [netwright:shape] height = 28, width = 16), the smallest legal size, or use smaller kernels or more padding from c1 on.
    interface FirstSpec {}

    @LeNet(
            input = @Input(channels = 1, height = 5, width = 5),
            c1 = @LeNet.Conv(channels = 6),
            s2 = @LeNet.Pool(kernel = 3))
//               ^ [netwright:shape] s2: s2 has a pooling window of 3x3, but its input is 6x1x1
    interface SecondSpec {}

    @LeNet(
            input = @Input(channels = 1, height = 12, width = 12),
            c1 = @LeNet.Conv(channels = 6),
            c3 = @LeNet.Conv(channels = 16))
//               ^ [netwright:shape] c3.kernel: c3 has a kernel of 5x5, but its input is 6x4x4
    interface ThirdSpec {}

    @LeNet(input = @Input(channels = 1, height = 8, width = 12))
//  ^ [netwright:shape] c3.kernel: c3 has a kernel of 5x5, but its input is 6x4x6
    interface FourthSpec {}

    @LeNet(c1 = @LeNet.Conv(channels = 6, kernel = 5000))
//                                                 ^ [netwright:shape] Fix: set kernel = 17 in c1, or
    interface FlatSpec {}
