// classes: Vgg11 Digits
// options: -Anetwright.lint=summary
package lint;

import dev.netwright.annotations.*;

    @Vgg(
//  ^ [netwright:summary] Vgg11: 128,806,154 params, 7.55 GMACs, RF 150, train
//  ^ [netwright:summary] at batch 64 (Adam).
            input = @Input(channels = 1, height = 224, width = 224),
            classes = 10,
            blocks = {
                @Vgg.Block(convs = 1, channels = 64),
                @Vgg.Block(convs = 1, channels = 128),
                @Vgg.Block(convs = 2, channels = 256),
                @Vgg.Block(convs = 2, channels = 512),
                @Vgg.Block(convs = 2, channels = 512)
            })
    interface Vgg11Spec {}

    @LeNet
//  ^ [netwright:summary] Digits: 61,706 params, 423,038 MACs, RF 16, train
//  ^ [netwright:summary] at batch 64 (Adam).
    interface DigitsSpec {}
