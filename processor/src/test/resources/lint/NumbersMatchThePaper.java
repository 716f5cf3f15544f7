// classes: Vgg11 Vgg12 Narrow Wide ResNet50 ResNet98 Thin Digits OwnLeNet Slow Tower Smaller Own
package lint;

import dev.netwright.annotations.*;

    @Vgg(
            classes = 10,
            blocks = {
                @Vgg.Block(convs = 1, channels = 64),
                @Vgg.Block(convs = 1, channels = 128),
                @Vgg.Block(convs = 2, channels = 256),
                @Vgg.Block(convs = 2, channels = 512),
                @Vgg.Block(convs = 2, channels = 512)
            })
    interface Vgg11Spec {}

    @Vgg(
            classes = 10,
            ratio = 4,
            blocks = {
                @Vgg.Block(convs = 1, channels = 64),
                @Vgg.Block(convs = 2, channels = 128),
//                                 ^ [netwright:near-preset] blocks[1].convs: found 2, where VGG-11 (Simonyan and Zisserman, 2014, configuration A) has 1; all other numbers match
                @Vgg.Block(convs = 2, channels = 256),
                @Vgg.Block(convs = 2, channels = 512),
                @Vgg.Block(convs = 2, channels = 512)
            })
    interface Vgg12Spec {}

    @Inception(
            stages = {
                @Inception.Stage(
                        modules = {
                            @Inception.Module(c1x1 = 64, reduce3x3 = 96, c3x3 = 128, reduce5x5 = 16, c5x5 = 32, pool = 32),
                            @Inception.Module(c1x1 = 128, reduce3x3 = 128, c3x3 = 192, reduce5x5 = 32, c5x5 = 96, pool = 64)
                        },
                        pool = @Inception.Pool),
                @Inception.Stage(
                        modules = {
                            @Inception.Module(c1x1 = 192, reduce3x3 = 96, c3x3 = 208, reduce5x5 = 16, c5x5 = 48, pool = 64),
                            @Inception.Module(c1x1 = 160, reduce3x3 = 112, c3x3 = 224, reduce5x5 = 24, c5x5 = 64, pool = 64),
                            @Inception.Module(c1x1 = 128, reduce3x3 = 128, c3x3 = 256, reduce5x5 = 24, c5x5 = 64, pool = 64),
                            @Inception.Module(c1x1 = 112, reduce3x3 = 144, c3x3 = 288, reduce5x5 = 32, c5x5 = 64, pool = 64),
                            @Inception.Module(c1x1 = 256, reduce3x3 = 150, c3x3 = 320, reduce5x5 = 32, c5x5 = 128, pool = 128)
//                                                                    ^ [netwright:near-preset] stages[1].modules[4].reduce3x3: found 150, where GoogLeNet (Szegedy et al., 2014) has 160; all other numbers match
//                                                                    ^ [netwright:near-preset] Fix: set reduce3x3 = 160, or if it is intended, add @SuppressWarnings("netwright:near-preset").
                        },
                        pool = @Inception.Pool),
                @Inception.Stage(
                        modules = {
                            @Inception.Module(c1x1 = 256, reduce3x3 = 160, c3x3 = 320, reduce5x5 = 32, c5x5 = 128, pool = 128),
                            @Inception.Module(c1x1 = 384, reduce3x3 = 192, c3x3 = 384, reduce5x5 = 48, c5x5 = 128, pool = 128)
                        })
            })
    interface NarrowSpec {}

    @Inception(stem = @Inception.Stem(channels = 96))
//                                               ^ [netwright:near-preset] stem.channels: found 96, where GoogLeNet (Szegedy et al., 2014) has 64; all other numbers match
    interface WideSpec {}

    @ResNet(
            form = ResidualForm.BOTTLENECK,
            stages = {
                @ResNet.Stage(blocks = 3, channels = 64, stride = 1),
                @ResNet.Stage(blocks = 4, channels = 128),
                @ResNet.Stage(blocks = 6, channels = 256),
                @ResNet.Stage(blocks = 3, channels = 512)
            })
    interface ResNet50Spec {}

    // Nearer to ResNet-101 than to ResNet-50, whose third stage has six blocks.
    @ResNet(
            form = ResidualForm.BOTTLENECK,
            stages = {
                @ResNet.Stage(blocks = 3, channels = 64, stride = 1),
                @ResNet.Stage(blocks = 4, channels = 128),
                @ResNet.Stage(blocks = 22, channels = 256),
//                                     ^ [netwright:near-preset] stages[2].blocks: found 22, where ResNet-101 (He et al., 2015) has 23; all other numbers match
                @ResNet.Stage(blocks = 3, channels = 512)
            })
    interface ResNet98Spec {}

    // The same numbers in the other form are those of ResNet-34.
    @ResNet(
            stages = {
                @ResNet.Stage(blocks = 3, channels = 64, stride = 1),
                @ResNet.Stage(blocks = 4, channels = 128),
                @ResNet.Stage(blocks = 6, channels = 256),
                @ResNet.Stage(blocks = 3, channels = 256)
//                                                   ^ [netwright:near-preset] stages[3].channels: found 256, where ResNet-34 (He et al., 2015) has 512; all other numbers match
            })
    interface ThinSpec {}

    @LeNet(hidden = {@LeNet.Hidden(units = 120), @LeNet.Hidden(units = 48)})
//                                                                     ^ [netwright:near-preset] hidden[1].units: found 48, where LeNet-5 (LeCun et al., 1998) has 84; all other numbers match
    interface DigitsSpec {}

    @LeNet(hidden = {@LeNet.Hidden(units = 100), @LeNet.Hidden(units = 50)})
    interface OwnLeNetSpec {}

    @DenseNet(
            growth = 24,
//                   ^ [netwright:near-preset] growth: found 24, where DenseNet-121 (Huang et al., 2016) has 32; all other numbers match
            blocks = {
                @DenseNet.Block(layers = 6),
                @DenseNet.Block(layers = 12),
                @DenseNet.Block(layers = 24),
                @DenseNet.Block(layers = 16)
            })
    interface SlowSpec {}

    @AlexNet(
            input = @Input(channels = 3, height = 227, width = 227),
            conv1 = @AlexNet.Conv(channels = 96, kernel = 11, stride = 4),
            conv2 = @AlexNet.Conv(channels = 192, kernel = 5, padding = 2))
//                                           ^ [netwright:near-preset] conv2.channels: found 192, where AlexNet (Krizhevsky et al., 2012) has 256; all other numbers match
    interface TowerSpec {}

    @Nin(
            input = @Input(channels = 3, height = 227, width = 227),
            reluOnClassMaps = false,
            blocks = {
                @Nin.Block(channels = 96, kernel = 11, stride = 4),
                @Nin.Block(channels = 256, kernel = 3, padding = 1),
//                                                  ^ [netwright:near-preset] blocks[1].kernel: found 3, where the ImageNet form of network in network (Lin et al., 2013) has 5; all other numbers match
                @Nin.Block(channels = 384, kernel = 3, padding = 1, dropout = 0.5)
            })
    interface SmallerSpec {}

    @Vgg(
            classes = 10,
            input = @Input(channels = 1, height = 28, width = 28),
            blocks = {@Vgg.Block(convs = 1, channels = 64), @Vgg.Block(convs = 1, channels = 128)})
    interface OwnSpec {}
