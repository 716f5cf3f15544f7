// classes: Local Wide Free Last Google Residual
// options: -Anetwright.lint=rf-large
package lint;

import dev.netwright.annotations.*;

    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface LocalSpec {
        @Conv(channels = 8, kernel = 3)
        @Relu
        void conv();

        @GlobalAveragePool
//      ^ [netwright:rf-small] means: means averages values that see 3x3 of 28x28 pixels
        void means();

        @Linear(units = 10)
        void classes();
    }

    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface WideSpec {
        @Conv(channels = 8, kernel = {28, 13})
        @Relu
        void conv();

        @AveragePool(kernel = {1, 16})
//      ^ [netwright:rf-small] means: means averages values that see 28x13 of 28x28 pixels
        void means();

        @Linear(units = 10)
        void classes();
    }

    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface FreeSpec {
        @Conv(channels = 8, kernel = 3)
        @Relu
        void conv();

        @Linear(units = 10)
        void classes();
    }

    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface LastSpec {
        @Conv(channels = 8, kernel = 14)
        @Relu
        void conv();

        @GlobalAveragePool
        void means();

        @Linear(units = 10)
        void classes();
    }

    @Inception(input = @Input(channels = 1, height = 96, width = 96), classes = 10)
//                     ^ [netwright:rf-large] input: the last spatial layer's values see 715x715 pixels of images of 96x96, and the rest is padding
    interface GoogleSpec {}

    @ResNet(
            stages = {
                @ResNet.Stage(blocks = 2, channels = 64, stride = 1),
                @ResNet.Stage(blocks = 2, channels = 128),
                @ResNet.Stage(blocks = 2, channels = 256),
                @ResNet.Stage(blocks = 2, channels = 512)
            })
    interface ResidualSpec {}
