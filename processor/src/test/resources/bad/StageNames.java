// classes: Names
package bad;

import dev.netwright.annotations.*;

    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface NamesSpec {
        @Conv(channels = 4, kernel = 3)
        @BatchNorm
        void stem();

        @BatchNorm
        void stem_norm();
//           ^ [netwright:stage-name] stem_norm: another is called stem_norm

        @Relu
        void Stem();
//           ^ [netwright:stage-name] Stem: another is called Stem

        @Relu
        void images();
//           ^ [netwright:stage-name] images: another is called images

        @Dropout
        void loss();
//           ^ [netwright:stage-name] loss: another is called loss

        @Relu
        void wide_conv1();

        @ResidualBlock(channels = 8)
        void wide();
//           ^ [netwright:stage-name] wide: its wide_conv1 is taken
//           ^ [netwright:stage-name] Fix: call it wide2, which is free.

        @Relu
        void itsNameIsLongerThanALineOfTheSummaryAllows();
//           ^ [netwright:stage-name] it has 42 bytes
//           ^ [netwright:stage-name] Fix: give it a name that is 2 bytes shorter.

        @Linear(units = 10)
        void classes();
    }
