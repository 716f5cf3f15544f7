// classes: Heavy Light Perceptron
// options: -Anetwright.lint=fc-heavy
package lint;

import dev.netwright.annotations.*;

    @LeNet
//  ^ [netwright:fc-heavy] hidden[0].units: 95 % of 61,706 parameters are in fully connected layers, 48,120 of them in c5
    interface HeavySpec {}

    @ResNet(
            stages = {
                @ResNet.Stage(blocks = 2, channels = 64, stride = 1),
                @ResNet.Stage(blocks = 2, channels = 128),
                @ResNet.Stage(blocks = 2, channels = 256),
                @ResNet.Stage(blocks = 2, channels = 512)
            })
    interface LightSpec {}

    // The lint ignores networks without convolutions.
    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface PerceptronSpec {
        @Linear(units = 100)
        @Relu
        void hidden();

        @Linear(units = 10)
        void classes();
    }
