// classes: Large Small Hopeless
// options: -Anetwright.memory=48m,batch=256,optimizer=adam
package lint;

import dev.netwright.annotations.*;

    @Vgg(
//  ^ [netwright:memory] with batch 256 and Adam (oneDNN, AVX2, two threads), more than 48.0 MiB; the largest batch that fits is 235
//  ^ [netwright:memory] Fix: train with a batch of at most 235
            input = @Input(channels = 1, height = 32, width = 32),
            classes = 10,
            hidden = @Vgg.Hidden(units = 64),
            blocks = {@Vgg.Block(convs = 1, channels = 32), @Vgg.Block(convs = 1, channels = 16)})
    interface LargeSpec {}

    @LeNet
    interface SmallSpec {}

    @Network(input = @Input(channels = 1, height = 256, width = 256))
//  ^ [netwright:memory] Hopeless needs 1
//  ^ [netwright:memory] with batch 256 and Adam (oneDNN, AVX2, two threads), more than 48.0 MiB; not even a batch of 1 fits
    interface HopelessSpec {
        @Linear(units = 100)
        @Relu
        void hidden();

        @Linear(units = 10)
        void classes();
    }
