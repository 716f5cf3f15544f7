// classes: Small ResNet18 Garments
// options: -Anetwright.lint=all,-summary
package lint;

import dev.netwright.annotations.*;

    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface SmallSpec {
        @Conv(channels = 32, kernel = 3, padding = 1, bias = false)
        @BatchNorm
        @Relu
        void stem();

        @MaxPool
        void halved();

        @ResidualBlock(channels = 64, stride = 2)
        void residual();

        @Conv(channels = 64, kernel = {5, 1}, padding = {2, 0})
        @Relu
        void tall();

        @GlobalAveragePool
        @Dropout(rate = 0.2)
        void means();

        @Linear(units = 10)
        void classes();
    }

    @ResNet(
            stages = {
                @ResNet.Stage(blocks = 2, channels = 64, stride = 1),
                @ResNet.Stage(blocks = 2, channels = 128),
                @ResNet.Stage(blocks = 2, channels = 256),
                @ResNet.Stage(blocks = 2, channels = 512)
            })
    interface ResNet18Spec {}

    @Vgg(
            input = @Input(channels = 1, height = 28, width = 28),
            classes = 10,
            hidden = {},
            blocks = {
                @Vgg.Block(convs = 2, channels = 64),
                @Vgg.Block(convs = 2, channels = 128)
            })
    interface GarmentsSpec {}
