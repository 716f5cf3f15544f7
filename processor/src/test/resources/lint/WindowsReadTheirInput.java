// classes: At227 At224 Odd Tall Up Beside Flat
package lint;

import dev.netwright.annotations.*;

    @Nin(input = @Input(channels = 1, height = 227, width = 227), classes = 10, reluOnClassMaps = false)
    interface At227Spec {}

    @Nin(input = @Input(channels = 1, height = 224, width = 224), classes = 10, reluOnClassMaps = false)
//  ^ [netwright:flatten-size] blocks[0].kernel: mlpconv1_1 leaves the last row and column of 1x224x224 unread; pool1 and 2 more leave some unread as well
//  ^ [netwright:flatten-size] Fix: use images of 227x227, the nearest size that every window fits, or pad more
    interface At224Spec {}

    @Vgg(
            classes = 10,
            input = @Input(channels = 1, height = 28, width = 28),
            blocks = {
                @Vgg.Block(convs = 1, channels = 4),
                @Vgg.Block(convs = 1, channels = 4),
                @Vgg.Block(convs = 1, channels = 4)
//              ^ [netwright:flatten-size] blocks[2]: pool3 leaves the last row and column of 4x7x7 unread
//              ^ [netwright:flatten-size] Fix: use images of 32x32
//              ^ [netwright:flatten-size] conv1_1 4x28x28 -> pool1 4x14x14 -> pool2 4x7x7 -> pool3 4x3x3
            })
    interface OddSpec {}

    @Network(input = @Input(channels = 1, height = 9, width = 8))
    interface TallSpec {
        @MaxPool
//      ^ [netwright:flatten-size] halved.kernel: halved leaves the last row of 1x9x8 unread
//      ^ [netwright:flatten-size] Fix: use images of 10x8,
        void halved();

        @Linear(units = 10)
        void classes();
    }

    @Network(input = @Input(channels = 1, height = 9, width = 9))
    interface UpSpec {
        @MaxPool(ceil = true)
        void halved();

        @Linear(units = 10)
        void classes();
    }

    // The 1x1 convolution of stride 2 beside the block reads every other pixel, which is its purpose.
    @Network(input = @Input(channels = 1, height = 8, width = 8))
    interface BesideSpec {
        @ResidualBlock(channels = 4, stride = 2)
        void residual();

        @Linear(units = 10)
        void classes();
    }

    @Network(input = @Input(channels = 1, height = 9, width = 10))
    interface FlatSpec {
        @AveragePool(kernel = 2)
//                            ^ [netwright:flatten-size] halved.kernel: halved leaves the last row of 1x9x10 unread
//                            ^ [netwright:flatten-size] Fix: use images of 10x10,
        void halved();

        @Linear(units = 10)
        void classes();
    }
