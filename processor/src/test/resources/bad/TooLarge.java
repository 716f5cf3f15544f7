// classes: Images Outputs Parameters Units Paddings Channels LeNetClasses VggClasses
package bad;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.LeNet;
import dev.netwright.annotations.Vgg;

    @LeNet(input = @Input(channels = 1, height = 65536, width = 32768))
//                 ^ [netwright:too-large] an image of 1x65536x32768 has too many values
//                 ^ [netwright:too-large] Fix: set input = @Input(channels = 1, height = 4239, width = 4239), the largest legal square, or use smaller images.
    interface ImagesSpec {}

    @Vgg(
            input = @Input(channels = 1, height = 32768, width = 32768),
            blocks = @Vgg.Block(convs = 2, channels = 2))
//                   ^ [netwright:too-large] conv1_1 has an output of 2x32768x32768, which is too many values
//                   ^ [netwright:too-large] Shapes: input 1x32768x32768 -> conv1_1 2x32768x32768
//                   ^ [netwright:too-large] the largest legal square, or use fewer channels, less padding or smaller images.
    interface OutputsSpec {}

    @Vgg(
            blocks = @Vgg.Block(convs = 1, channels = 512),
            hidden = {
                @Vgg.Hidden(units = 334),
                @Vgg.Hidden(units = 7000),
//                                  ^ [netwright:too-large] hidden[1].units: fc3 gives the network too many parameters
//                                  ^ [netwright:too-large] Fix: set units = 6948 or less.
                @Vgg.Hidden(units = 2)
            })
    interface ParametersSpec {}

    @LeNet(hidden = @LeNet.Hidden(units = Integer.MAX_VALUE))
//                                               ^ [netwright:too-large] c5 gives the network too many parameters
    interface UnitsSpec {}

    @LeNet(c1 = @LeNet.Conv(channels = 1, padding = Integer.MAX_VALUE))
//              ^ [netwright:too-large] c1 has an output of 1x2147483647x2147483647, which is too many values
    interface PaddingsSpec {}

    @LeNet(c3 = @LeNet.Conv(channels = 2000000000))
//              ^ [netwright:too-large] c3: c3 has an output of 2000000000x10x10, which is too many values
    interface ChannelsSpec {}

    @LeNet(classes = 2000000000)
//                   ^ [netwright:too-large] classes: f7 gives the network too many parameters
//                   ^ [netwright:too-large] Fix: set classes = 25263797 or less.
    interface LeNetClassesSpec {}

    @Vgg(classes = 2000000000, blocks = @Vgg.Block(convs = 1, channels = 8))
//                 ^ [netwright:too-large] classes: fc4 gives the network too many parameters
    interface VggClassesSpec {}
