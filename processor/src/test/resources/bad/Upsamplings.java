// classes: Upsamplings Transposed
package bad;

import dev.netwright.annotations.*;

    @Network(input = @Input(channels = 4, height = 8, width = 8))
    interface UpsamplingsSpec {
        @Upsample
//      ^ [netwright:upsampling] none: found neither a factor nor a size
//      ^ [netwright:upsampling] Fix: set factor = 2.
        void none();

        @Upsample(factor = 2, height = 16, width = 16)
//                         ^ [netwright:upsampling] both.factor: found a factor and a size of 16x16
        void both();

        @Upsample(height = 16)
//                         ^ [netwright:upsampling] half.height: found a height alone
//                         ^ [netwright:upsampling] Fix: set width = 16 as well.
        void half();

        @Upsample(factor = 2, alignCorners = true)
//                                           ^ [netwright:upsampling] corners.alignCorners: found alignCorners in mode NEAREST
        void corners();

        @Linear(units = 10)
        void classes();
    }

    @Network(input = @Input(channels = 4, height = 2, width = 8))
    interface TransposedSpec {
        @TransposedConv(channels = 4, kernel = 3, stride = 2, outputPadding = {2, 1})
//                                                                             ^ [netwright:transposed-padding] more.outputPadding[0]: found an output padding of 2 with a stride of 2
//                                                                             ^ [netwright:transposed-padding] Fix: use an output padding of 1 at most, or a stride of at least 3.
        void more();

        @TransposedConv(channels = 4, kernel = 3, groups = 3)
//                                                         ^ [netwright:groups] parts.groups: parts has 3 groups for 4 input and 4 output channels
        void parts();

        @TransposedConv(channels = 4, kernel = 3, padding = {9, 0})
//                                                          ^ [netwright:transposed-padding] nothing.padding: nothing cuts off 9x0 pixels on each side
        void nothing();

        @Linear(units = 10)
        void classes();
    }
