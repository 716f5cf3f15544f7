// classes: Whole All Stage BlockStage QuietBlock Other
// options: -Anetwright.lint=all,-summary,-fc-heavy
package lint;

import dev.netwright.annotations.*;

    @Nin(input = @Input(channels = 1, height = 227, width = 227), classes = 10)
    @SuppressWarnings("netwright:relu-logits")
    interface WholeSpec {}

    @SuppressWarnings({"netwright:all"})
    @Nin(input = @Input(channels = 1, height = 224, width = 224), classes = 10)
    interface AllSpec {}

    @Network(input = @Input(channels = 1, height = 8, width = 8))
    interface StageSpec {
        @SuppressWarnings({"unused", "netwright:bias-before-bn"})
        @Conv(channels = 4, kernel = 3)
        @BatchNorm
        @Relu
        void one();

        @Conv(channels = 4, kernel = 3)
//      ^ [netwright:bias-before-bn] two: two has a bias right before a batch norm
        @BatchNorm
        @Relu
        void two();

        @Linear(units = 10)
        void classes();
    }

    @Network(input = @Input(channels = 1, height = 8, width = 8))
    interface BlockStageSpec {
        @Normed(channels = 4) void first();
        @Linear(units = 10) void classes();

        @Block @interface Normed {
            int channels();
            int CHANNELS = Block.A;

            interface Stages {
                @SuppressWarnings("netwright:bias-before-bn")
                @Conv(channels = CHANNELS, kernel = 3) @BatchNorm @Relu void quiet();

                @Conv(channels = CHANNELS, kernel = 3) @BatchNorm @Relu void loud();
//              ^ [netwright:bias-before-bn] Normed.loud: first.loud has a bias right before a batch norm
//              ^ [netwright:bias-before-bn] Fix: set bias = false.
            }
        }
    }

    @Network(input = @Input(channels = 1, height = 8, width = 8))
    interface QuietBlockSpec {
        @Quiet(channels = 4) void first();
        @Linear(units = 10) void classes();

        @SuppressWarnings("netwright:bias-before-bn")
        @Block @interface Quiet {
            int channels();
            int CHANNELS = Block.A;

            interface Stages {
                @Conv(channels = CHANNELS, kernel = 3) @BatchNorm @Relu void conv();
            }
        }
    }

    // A suppression of another lint silences nothing, nor does one that isn't ours.
    @SuppressWarnings({"all", "netwright:rf-small"})
    @LeNet(hidden = {@LeNet.Hidden(units = 120), @LeNet.Hidden(units = 85)})
//                                                                     ^ [netwright:near-preset] hidden[1].units: found 85, where LeNet-5 (LeCun et al., 1998) has 84; all other numbers match
    interface OtherSpec {}
