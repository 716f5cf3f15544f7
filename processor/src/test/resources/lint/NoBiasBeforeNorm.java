// classes: Residual Plain Dense VeryDeep Digits Stages Blocks
package lint;

import dev.netwright.annotations.*;

    @ResNet(
            input = @Input(channels = 1, height = 32, width = 32),
            classes = 10,
            convBias = true,
//                     ^ [netwright:bias-before-bn] convBias: conv1 and 6 more have a bias right before a batch norm
//                     ^ [netwright:bias-before-bn] Fix: set convBias = false.
            stages = {@ResNet.Stage(blocks = 1, channels = 8, stride = 1), @ResNet.Stage(blocks = 1, channels = 16)})
    interface ResidualSpec {}

    @ResNet(
            input = @Input(channels = 1, height = 32, width = 32),
            classes = 10,
            stages = {@ResNet.Stage(blocks = 1, channels = 8, stride = 1), @ResNet.Stage(blocks = 1, channels = 16)})
    interface PlainSpec {}

    @DenseNet(
            input = @Input(channels = 1, height = 32, width = 32),
            classes = 10,
            blocks = @DenseNet.Block(layers = 2),
            convBias = true)
//                     ^ [netwright:bias-before-bn] convBias: conv1 and 2 more have a bias right before a batch norm
    interface DenseSpec {}

    @Vgg(
            input = @Input(channels = 1, height = 32, width = 32),
            classes = 10,
            hidden = {},
            norm = @BatchNorm,
            convBias = true,
//                     ^ [netwright:bias-before-bn] convBias: conv1_1 and 1 more have a bias right before a batch norm
            blocks = @Vgg.Block(convs = 2, channels = 8))
    interface VeryDeepSpec {}

    // It has no attribute for omitting a bias.
    @LeNet(norm = @BatchNorm)
    interface DigitsSpec {}

    @Network(input = @Input(channels = 1, height = 8, width = 8))
    interface StagesSpec {
        @Conv(channels = 4, kernel = 3)
//      ^ [netwright:bias-before-bn] one: one has a bias right before a batch norm
//      ^ [netwright:bias-before-bn] Fix: set bias = false.
        @BatchNorm
        @Relu
        void one();

        @Conv(channels = 4, kernel = 3, bias = false)
        @BatchNorm
        @Relu
        void two();

        @Conv(channels = 4, kernel = 3)
        @Relu
        void three();

        @BatchNorm
        void four();

        @Linear(units = 20)
//                      ^ [netwright:bias-before-bn] five.units: five has a bias right before a batch norm
//                      ^ [netwright:bias-before-bn] Fix: set bias = false.
        void five();

        @BatchNorm
        @Relu
        void six();

        @Linear(units = 10)
        void classes();
    }

    @Network(input = @Input(channels = 1, height = 8, width = 8))
    interface BlocksSpec {
        @ResidualBlock(channels = 4, convBias = true)
//      ^ [netwright:bias-before-bn] residual: residual_conv1 and 2 more have a bias right before a batch norm
        void residual();

        @DenseBlock(layers = 2, growth = 4, convBias = true)
//      ^ [netwright:bias-before-bn] dense: dense_1_conv1 and 1 more have a bias right before a batch norm
//      ^ [netwright:bias-before-bn] Fix: set convBias = false.
        void dense();

        @GlobalAveragePool
        void means();

        @Linear(units = 10)
        void classes();
    }
