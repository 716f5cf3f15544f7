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
//           ^ [netwright:stage-name] stem_norm: another layer has the name stem_norm

        @Relu
        void Stem();
//           ^ [netwright:stage-name] Stem: another layer has the name Stem

        @Repeated(times = 2)
        void layer();

        @Relu
        void layer_1();
//           ^ [netwright:stage-name] layer_1: another layer has the name layer_1

        @Relu
        void images();
//           ^ [netwright:stage-name] images: another layer has the name images

        @Dropout
        void loss();
//           ^ [netwright:stage-name] loss: another layer has the name loss

        @Relu
        void wide_conv1();

        @ResidualBlock(channels = 8)
        void wide();
//           ^ [netwright:stage-name] wide: the name of its layer wide_conv1 is taken
//           ^ [netwright:stage-name] Fix: rename it to wide2.

        @Relu
        void itsNameIsLongerThanALineOfTheSummaryAllows();
//           ^ [netwright:stage-name] its name has 42 bytes
//           ^ [netwright:stage-name] Fix: shorten its name by 2 bytes.

        @Linear(units = 10)
        void classes();

        @Block
        @interface Repeated {
            int times();

            interface Stages {
                @Relu
                void relu();
            }
        }
    }
